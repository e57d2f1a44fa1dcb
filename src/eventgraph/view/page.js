"use strict";
/* The page: search, legend and filters, what a click or a key does. */

const search = document.getElementById("search");
const nameField = document.getElementById("name");
const allButton = document.getElementById("all");

function openNode(id) {
  if (!isShown(nodeById.get(id))) setShowAll(true);
  labelAll();
  lookAtNode(id);
  showNode(id);
}

function openEdge(id) {
  const { from, to } = allEdges[id];
  if (![from, to].every((end) => isShown(nodeById.get(end)))) setShowAll(true);
  labelAll();
  lookAtEdge(allEdges[id]);
  showEdge(id);
}

function openOverview() {
  lookAtAll();
  showOverview();
}

/* Search: names are completed by the browser; two entities of one name are told apart by their ids. */
const count = new Map();
for (const node of allNodes) count.set(node.name, (count.get(node.name) || 0) + 1);
const idByName = new Map(allNodes.map((node) => [count.get(node.name) > 1 ? `${node.name} (${node.id})` : node.name, node.id]));
document.getElementById("names").append(...[...idByName.keys()].map((value) => make("option", { value })));

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function find(text) {
  if (idByName.has(text)) return idByName.get(text);
  const wanted = fold(text.trim());
  const names = (node) => [node.name, ...node.names].map(fold);
  const found = wanted && (allNodes.find((node) => names(node).some((name) => name === wanted))
    || allNodes.find((node) => names(node).some((name) => name.includes(wanted))));
  return found ? found.id : null;
}

nameField.addEventListener("input", () => {
  nameField.setCustomValidity("");
  if (idByName.has(nameField.value)) openNode(idByName.get(nameField.value));
});
search.addEventListener("submit", (event) => {
  event.preventDefault();
  const id = find(nameField.value);
  nameField.setCustomValidity(id === null ? "No such name here" : "");
  if (id === null) nameField.reportValidity();
  else openNode(id);
});

/* Legend: each line is a switch. */
const SHAPES = {
  dot: "M13 2a5 5 0 1 0 .01 0z", square: "M8 2h10v10h-10z", diamond: "M13 1l6 6-6 6-6-6z",
  triangle: "M13 1l6 11h-12z", hexagon: "M10 2h6l3 5-3 5h-6l-3-5z",
};

function swatch(path, attributes) {
  const [svg, shape] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [name, value] of Object.entries({ d: path, ...attributes })) shape.setAttribute(name, value);
  svg.setAttribute("viewBox", "0 0 26 14");
  svg.setAttribute("aria-hidden", "true");
  svg.append(shape);
  return svg;
}

const line = (colour, dashes = "") =>
  swatch("M1 7h24", { stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dashes });

function group(title, kind, items) {
  const fields = items.map(([name, label, picture]) => {
    const box = make("input", { type: "checkbox", checked: "", name: kind, value: name, change: () => {
      hidden[kind][box.checked ? "delete" : "add"](name);
      redraw();
    } });
    return make("label", {}, box, picture, label);
  });
  return fields.length ? [make("fieldset", {}, make("legend", {}, title), ...fields)] : [];
}

const types = new Set(allNodes.map((node) => node.type));
const drawn = new Set(allEdges.map((edge) => edge.relation));
document.querySelector("#legend details").append(
  ...group("Who and where", "type", rest.types.filter(({ name }) => types.has(name))
    .map(({ name, label, colour, shape }) => [name, label, swatch(SHAPES[shape], { fill: colour })])),
  ...group("What is said of them", "relation", rest.relations.filter(({ name }) => drawn.has(name))
    .map(({ name, label, colour }) => [name, label, line(colour)])),
  ...group("Not facts of today", "mark", Object.entries(rest.marks)
    .map(([name, label]) => [name, label, line("#9aa1a9", "4 3")])),
);

document.querySelector("#legend details").open = window.innerWidth > 760;

/* Clicks and keys. */
function labelAll() {
  allButton.hidden = allNodes.every((node) => node.core);
  allButton.setAttribute("aria-pressed", String(showAll));
  allButton.textContent = showAll ? "Show the core only" : `Show all ${allNodes.length} names`;
}
allButton.addEventListener("click", () => {
  setShowAll(!showAll);
  labelAll();
});
document.getElementById("home").addEventListener("click", openOverview);
network.on("click", ({ nodes, edges }) => {
  if (nodes.length) openNode(nodes[0]);
  else if (edges.length) openEdge(edges[0]);
  else openOverview();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") openOverview();
  if (event.key === "/" && document.activeElement !== nameField) {
    event.preventDefault();
    nameField.focus();
  }
});
isDark.addEventListener("change", colourText);

colourText();
labelAll();
showOverview();
showWhole();
