/* Buttons of the header, clicks in the picture, and keys. */

const allButton = document.getElementById("all");
const help = document.getElementById("help");

watchers.push(() => {
  allButton.hidden = allNodes.every((node) => node.core);
  allButton.setAttribute("aria-pressed", String(choice.all));
  allButton.textContent = choice.all ? "Show the core only" : `Show all ${allNodes.length.toLocaleString("en-GB")} names`;
});
allButton.addEventListener("click", () => { showAll(!choice.all); remember(); });
document.getElementById("home").addEventListener("click", openOverview);
document.getElementById("keys").addEventListener("click", () => help.showModal());
painter.on({ node: openNode, edge: openEdge, nothing: openOverview, twice: expand });

const KEYS = { "/": () => nameField.focus(), "?": () => help.showModal(), Escape: openOverview };
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName) && event.key !== "Escape";
  if (!KEYS[event.key] || typing || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
});
