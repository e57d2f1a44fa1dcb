/* What is seen, in the page's address, so that a link leads to it and the browser's Back goes back. */

const LISTS = ["type", "relation", "mark"];
const FIELDS = ["country", "organization", "publisher"];

function addressOf() {
  const said = new URLSearchParams();
  if (focus) said.set(focus.kind, focus.key);
  for (const name of LISTS) if (choice[name].size) said.set(`no-${name}`, [...choice[name]].sort().join(" "));
  for (const name of FIELDS) if (choice[name]) said.set(name, choice[name]);
  if (choice.confidence) said.set("confidence", choice.confidence);
  if (choice.since !== null) said.set("time", `${iso(choice.since)} ${iso(choice.until)}`);
  if (choice.group !== "type") said.set("colours", choice.group);
  if (choice.all) said.set("all", "yes");
  return `#${said}`;
}

/* A new name or line is a step to go back from; a filter is not. */
function remember(step) {
  const address = addressOf();
  if (address === location.hash || (address === "#" && !location.hash)) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

/* Take what the address says; what it names that is not here is left out. */
function followAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const words = (name) => (said.get(name) || "").split(" ").filter(Boolean);
  const [since, until] = words("time").filter((date) => date.length === 10 && isDate(date) && !Number.isNaN(firstDay(date))).map(firstDay);
  const confidence = Number(said.get("confidence"));
  choose({
    ...Object.fromEntries(LISTS.map((name) => [name, new Set(words(`no-${name}`))])),
    ...Object.fromEntries(FIELDS.map((name) => [name, nodeById.has(said.get(name)) || name === "publisher" ? said.get(name) || "" : ""])),
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    since: until === undefined || !buckets.length ? null : since, until: until === undefined || !buckets.length ? null : until,
    group: Object.hasOwn(KINDS, said.get("colours")) ? said.get("colours") : "type",
    all: said.get("all") === "yes",
  });
  controls.forEach((set) => set());
  const [start, end] = words("path");
  const edge = said.has("edge") && edgeByKey(said.get("edge"));
  if (nodeById.has(said.get("node"))) openNode(said.get("node"));
  else if (edge) openEdge(edge.id);
  else if (nodeById.has(start) && nodeById.has(end)) openPath(start, end);
  else openOverview();
}

const linkButton = () => button("Copy link", async ({ target }) => {
  const copied = await navigator.clipboard.writeText(location.href).then(() => true, () => false);
  target.textContent = copied ? "Link copied" : "Copy it from the address bar";
});
