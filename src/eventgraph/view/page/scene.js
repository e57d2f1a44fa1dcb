/* The scene: what is drawn where and how, said once for all who draw it: vis-network, sigma, and the saved picture. */

const LABELS = 6; // lines at most that are labelled at a time: more would hide the names

function makeScene() {
  const nodes = chosenNodes();
  const places = placesOf(nodes);
  const edges = allEdges.filter((edge) => passing.edge[edge.id] && places.has(edge.from) && places.has(edge.to)
    && (!focus || focus.edges.has(edge.id)));
  const labelled = Boolean(focus) && edges.length <= LABELS;
  const signs = choice.all ? signposts(nodes, places) : new Map();
  return { nodes: nodes.map((node) => sceneNode(node, places.get(node.id), signs.get(node.id))), edges: edges.map((edge) => sceneEdge(edge, labelled && hasRoom(edge, places))) };
}

/* Is the line long enough for its label, the name below the upper of its ends aside? */
function hasRoom({ from, to, label }, places) {
  const [a, b] = [from, to].map((id) => ({ at: places.get(id), node: nodeById.get(id) })).sort((one, other) => one.at[1] - other.at[1]);
  const [dx, dy] = [0, 1].map((axis) => b.at[axis] - a.at[axis]);
  const name = Math.abs(dy) > Math.abs(dx) ? 2 * a.node.box[2] : 0;
  return Math.hypot(dx, dy) - a.node.size - b.node.size - name > 7.5 * label.length;
}

/* Where all names are drawn too small to read, those in the focus or most central, that leave each other room, are
   written large: id to size. */
function signposts(nodes, places) {
  const [font, signs] = [READABLE / seenAt, new Map()];
  const wanted = ({ id, core }) => (focus ? focus.nodes.has(id) : core);
  for (const { id, label, size } of font > BIG ? nodes.filter(wanted) : []) {
    const [lines, [x, y]] = [label.split("\n"), places.get(id)];
    const [wide, high] = [0.32 * font * Math.max(...lines.map((line) => line.length)), 0.6 * font * lines.length];
    const box = [x, y + size + high, wide, high];
    const covers = (other) => [0, 1].every((axis) => Math.abs(other[axis] - box[axis]) < other[axis + 2] + box[axis + 2]);
    if (![...signs.values()].some(covers)) signs.set(id, box);
  }
  return new Map([...signs.keys()].map((id) => [id, font]));
}
const READABLE = 12; // pixels of the screen
const BIG = 22; // pixels of the picture: about what names are written in
let seenAt = 1; // pixels of the screen for one of the picture

/* From farther or nearer the names are written anew. */
function lookFrom(scale) {
  if (Math.abs(Math.log(scale / seenAt)) < 0.3) return;
  seenAt = scale;
  if (choice.all) repaint();
}

const sceneNode = (node, [x, y], sign) => ({
  id: node.id, x, y, label: node.label, size: node.size, font: sign || node.font,
  shape: typeOf(node).shape, colour: colourOf(node),
  dim: Boolean(focus) && !focus.nodes.has(node.id), ring: Boolean(focus) && focus.ring.has(node.id),
  title: [node.name, node.role || typeOf(node).one].join(", "),
});

const sceneEdge = (edge, labelled) => ({
  id: edge.id, from: edge.from, to: edge.to, colour: edge.colour, width: edge.width, dashes: edge.dashes,
  arrow: edge.arrow, bend: edge.bend, label: labelled ? edge.label : "",
  title: `${nameOf(edge.from)} ${edge.label} ${nameOf(edge.to)}: ${plural(edge.facts.length, QUOTE)} from ${sourcesOf(edge.facts.map((place) => rest.facts[place]))}`,
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
