/* Names completed as they are typed: a combobox as in the ARIA Authoring Practices. */

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const folded = allNodes.map((node) => [node, [node.name, ...node.names].map(fold)]);
const SUGGESTIONS = 8;

/* Names equal to what is typed first, then those that begin with it, a word of which begins with it, that have it. */
function suggest(typed) {
  const wanted = fold(typed.trim());
  if (!wanted) return [];
  const grade = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4);
  const graded = folded.map(([node, names]) => [node, Math.min(...names.map(grade))]).filter(([, rank]) => rank < 4);
  return graded.sort((a, b) => a[1] - b[1]).slice(0, SUGGESTIONS).map(([node]) => node);
}

function complete(field, list, pick) {
  let [found, at] = [[], -1];
  fill(field, { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" }, []);
  fill(list, { role: "listbox", class: "names", hidden: "", "aria-label": "Names" }, []);
  const close = () => { list.hidden = true; at = -1; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); };
  const take = (node) => { field.value = node.name; close(); pick(node.id); };
  const option = (node, i) => make("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false", mousedown: (event) => { event.preventDefault(); take(node); } },
    make("span", {}, node.name), make("span", {}, node.role || typeOf(node).one));
  const mark = (place) => {
    at = (place + found.length) % found.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    field.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const look = () => {
    found = suggest(field.value);
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    at = -1;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.setCustomValidity("");
  };
  const keys = {
    ArrowDown: () => { if (list.hidden) look(); if (found.length) mark(at + 1); },
    ArrowUp: () => found.length && mark(at - 1),
    Enter: () => {
      if (list.hidden) look();
      if (found.length) return take(found[Math.max(at, 0)]);
      field.setCustomValidity("No such name here");
      return field.reportValidity();
    },
    Escape: close,
  };
  field.addEventListener("input", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!keys[event.key] || (event.key === "Escape" && list.hidden)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
}

const nameField = document.getElementById("name");
complete(nameField, document.getElementById("names"), (id) => openNode(id));
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
