/* The scene: what is drawn where and how, said once for all who draw it: vis-network, sigma, and the saved picture. */

const LABELS = 6; // lines at most that are labelled at a time: more would hide the names

function makeScene() {
  const nodes = chosenNodes();
  const places = placesOf(nodes);
  const edges = allEdges.filter((edge) => passing.edge[edge.id] && places.has(edge.from) && places.has(edge.to)
    && (!focus || focus.edges.has(edge.id)));
  const labelled = Boolean(focus) && edges.length <= LABELS;
  return { nodes: nodes.map((node) => sceneNode(node, places.get(node.id))), edges: edges.map((edge) => sceneEdge(edge, labelled && hasRoom(edge, places))) };
}

/* Is the line long enough for its label, the name below the upper of its ends aside? */
function hasRoom({ from, to, label }, places) {
  const [a, b] = [from, to].map((id) => ({ at: places.get(id), node: nodeById.get(id) })).sort((one, other) => one.at[1] - other.at[1]);
  const [dx, dy] = [0, 1].map((axis) => b.at[axis] - a.at[axis]);
  const name = Math.abs(dy) > Math.abs(dx) ? 2 * a.node.box[2] : 0;
  return Math.hypot(dx, dy) - a.node.size - b.node.size - name > 7.5 * label.length;
}

const sceneNode = (node, [x, y]) => ({
  id: node.id, x, y, label: node.label, size: node.size, font: node.font,
  shape: typeOf(node).shape, colour: colourOf(node),
  dim: Boolean(focus) && !focus.nodes.has(node.id), ring: Boolean(focus) && focus.ring.has(node.id),
  title: [node.name, node.role || typeOf(node).one].join(", "),
});

const sceneEdge = (edge, labelled) => ({
  id: edge.id, from: edge.from, to: edge.to, colour: edge.colour, width: edge.width, dashes: edge.dashes,
  arrow: edge.arrow, bend: edge.bend, label: labelled ? edge.label : "",
  title: `${nameOf(edge.from)} ${edge.label} ${nameOf(edge.to)}: ${plural(edge.facts.length, "quote")} from ${sourcesOf(edge.facts.map((place) => rest.facts[place]))}`,
});

/* The corners of all that is drawn. */
function boundsOf({ nodes }) {
  if (!nodes.length) return { left: -1, top: -1, width: 2, height: 2 };
  const boxes = nodes.map(({ id, x, y }) => middleOf(nodeById.get(id), [x, y]));
  const [left, top] = [0, 1].map((axis) => Math.min(...boxes.map((box) => box[axis] - box[axis + 2])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...boxes.map((box) => box[axis] + box[axis + 2])));
  return { left, top, width: right - left, height: bottom - top };
}

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["ink", "quiet", "ground", "pale", "faint", "accent"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
};
const isDark = window.matchMedia("(prefers-color-scheme: dark)");
const isStill = window.matchMedia("(prefers-reduced-motion: reduce)");

/* A colour on its way to another: "#rrggbb" both. */
function mix(colour, other, part) {
  const channel = (i) => Math.round(parseInt(colour.slice(i, i + 2), 16) * part + parseInt(other.slice(i, i + 2), 16) * (1 - part));
  return `#${[1, 3, 5].map((i) => channel(i).toString(16).padStart(2, "0")).join("")}`;
}
