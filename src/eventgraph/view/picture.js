"use strict";
/* The picture: which nodes and edges are drawn, and how the network is moved to show one of them. */

const { nodes: allNodes, edges: allEdges, options, rest } = JSON.parse(document.getElementById("data").textContent);
const nodeById = new Map(allNodes.map((node) => [node.id, node]));
const edgesOf = new Map(allNodes.map((node) => [node.id, []]));
for (const edge of allEdges) {
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}

/* What is switched off by the legend, by kind of switch. */
const hidden = { type: new Set(), relation: new Set(), mark: new Set() };
let showAll = false;
/* The nodes and edges to look at; null when all are alike. */
let focus = null;

const passes = (edge) =>
  !hidden.relation.has(edge.relation) && !hidden.mark.has(edge.mark) &&
  !hidden.type.has(nodeById.get(edge.from).type) && !hidden.type.has(nodeById.get(edge.to).type);

/* A node that has edges, all of them switched off, is not shown either. */
const isShown = (node) => {
  const edges = edgesOf.get(node.id);
  return (showAll || node.core) && !hidden.type.has(node.type) && (!edges.length || edges.some(passes));
};

const nodeSet = new vis.DataSet(allNodes);
const edgeSet = new vis.DataSet(allEdges);
const nodeView = new vis.DataView(nodeSet, { filter: isShown });
const edgeView = new vis.DataView(edgeSet, { filter: (edge) => passes(edge) && (!focus || focus.edges.has(edge.id)) });

const network = new vis.Network(
  document.getElementById("network"), { nodes: nodeView, edges: edgeView }, options,
);
window.network = network;

const isDark = window.matchMedia("(prefers-color-scheme: dark)");
const isStill = window.matchMedia("(prefers-reduced-motion: reduce)");

function colourText() {
  const colours = getComputedStyle(document.documentElement);
  const [ink, quiet, ground] = ["--ink", "--quiet", "--ground"].map((name) => colours.getPropertyValue(name).trim());
  const halo = { strokeWidth: 4, strokeColor: ground };
  network.setOptions({
    nodes: { font: { color: ink, ...halo } },
    edges: { font: { color: quiet, ...halo } },
  });
  fade();
}

function redraw() {
  nodeView.refresh();
  edgeView.refresh();
}

/* The whole picture, with room for the labels at its edges. */
function showWhole() {
  network.fit();
  network.moveTo({ scale: network.getScale() * 0.88 });
}

function setShowAll(value) {
  if (value === showAll) return;
  showAll = value;
  const places = allNodes.filter((node) => node.core)
    .map((node) => (showAll ? { id: node.id, x: node.all[0], y: node.all[1] } : { id: node.id, x: node.x, y: node.y }));
  nodeSet.update(places);
  redraw();
  showWhole();
}

function lookAt(nodes, edges, selection) {
  focus = { nodes: new Set(nodes), edges: new Set(edges) };
  fade();
  network.setSelection(selection, { highlightEdges: false });
  const animation = isStill.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" };
  network.fit({ nodes, maxZoomLevel: 1.2, animation });
}

const lookAtNode = (id) => {
  const edges = edgesOf.get(id).filter(passes);
  const nodes = [id, ...edges.map((edge) => (edge.from === id ? edge.to : edge.from))]
    .filter((one) => isShown(nodeById.get(one)));
  lookAt([...new Set(nodes)], edges.map((edge) => edge.id), { nodes: [id], edges: [] });
};

const lookAtEdge = ({ id, from, to }) => {
  const edges = edgesOf.get(from).filter((edge) => [edge.from, edge.to].includes(to));
  lookAt([from, to], edges.map((edge) => edge.id), { nodes: [], edges: [id] });
};

function lookAtAll() {
  focus = null;
  fade();
  network.unselectAll();
  showWhole();
}

/* All that is not looked at steps back: nodes grow pale, edges go. */
function fade() {
  const pale = getComputedStyle(document.documentElement).getPropertyValue("--pale").trim();
  nodeSet.update(allNodes.map(({ id, font }) => (!focus || focus.nodes.has(id)
    ? { id, opacity: 1, font } : { id, opacity: 0.2, font: { ...font, color: pale } })));
  edgeView.refresh();
}
