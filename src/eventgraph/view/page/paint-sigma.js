/* Drawn by sigma with WebGL: many thousand names. Shapes, rings, dashes and labels are drawn over it. */

const container = document.getElementById("network");
const EDGES = {
  line: sigma.EdgeRectangleProgram, arrow: sigma.EdgeArrowProgram,
  bow: sigma.EdgeCurveProgram, "bow arrow": sigma.EdgeCurvedArrowProgram,
};
const OPTIONS = {
  allowInvalidContainer: true, enableEdgeEvents: true, edgeProgramClasses: EDGES, defaultEdgeType: "line", zIndex: true,
  itemSizesReference: "positions", zoomToSizeRatioFunction: (ratio) => ratio, minEdgeThickness: 1.7, stagePadding: 12,
  labelRenderedSizeThreshold: 0, labelDensity: Infinity, labelGridCellSize: 1e6, hideEdgesOnMove: true,
  defaultDrawNodeLabel: drawLabel, defaultDrawNodeHover: () => {},
};
const outlines = Object.fromEntries(Object.entries(SHAPES).map(([shape, path]) => [shape, new Path2D(path)]));
const CROWD = 1500; // lines; more of them are thin and pale, so that the names stand out

let [picture, over, theme, painted] = [null, null, colours(), { nodes: [], edges: [] }];

const shade = (colour, dim) => (dim ? mix(colour, theme.ground, 0.15) : colour);
/* Pixels of the screen to one of the scene. */
const scale = () => picture.getGraphToViewportRatio();
const at = ({ x, y }) => picture.graphToViewport({ x, y: -y });

function drawLabel(context, data) {
  const size = Math.min(data.font * scale(), 1.15 * BIG);
  if (size < 6) return;
  context.font = `${size}px system-ui, sans-serif`;
  context.textAlign = "center";
  [context.fillStyle, context.strokeStyle, context.lineWidth, context.lineJoin] = [data.dim ? theme.faint : theme.ink, theme.ground, 4, "round"];
  data.words.split("\n").forEach((words, i) => {
    const y = data.y + data.size + size * (1.05 + 1.1 * i);
    context.strokeText(words, data.x, y);
    context.fillText(words, data.x, y);
  });
}

function drawOver() {
  const { width, height } = picture.getDimensions();
  const place = new Map(painted.nodes.map((node) => [node.id, node]));
  over.clearRect(0, 0, width, height);
  for (const edge of painted.edges) if (edge.dashes || edge.label) drawLine(edge, at(place.get(edge.from)), at(place.get(edge.to)));
  for (const node of painted.nodes) {
    const { x, y } = at(node);
    if ((node.shape !== "dot" || node.ring) && x > -50 && y > -50 && x < width + 50 && y < height + 50) drawShape(node, x, y);
  }
}

function drawShape({ shape, size, colour, dim, ring }, x, y) {
  over.save();
  over.translate(x, y);
  const part = (size * scale()) / (shape === "dot" ? 5 : 5.5);
  over.scale(part, part);
  over.translate(-13, -7);
  [over.fillStyle, over.strokeStyle, over.lineWidth] = [shade(colour, dim), "#f2c230", 4 / part];
  over.fill(outlines[shape]);
  if (ring) over.stroke(outlines[shape]);
  over.restore();
}

function drawLine({ dashes, colour, bend, label }, a, b) {
  const [x, y] = [(a.x + b.x) / 2 + bend * (b.y - a.y), (a.y + b.y) / 2 - bend * (b.x - a.x)];
  over.beginPath();
  over.setLineDash(dashes || []);
  [over.strokeStyle, over.lineWidth, over.font, over.fillStyle, over.textAlign] = [colour, 1.3, "12px system-ui, sans-serif", theme.quiet, "center"];
  over.moveTo(a.x, a.y);
  over.quadraticCurveTo(x, y, b.x, b.y);
  if (dashes) over.stroke();
  if (!label) return;
  over.setLineDash([]);
  [over.strokeStyle, over.lineWidth] = [theme.ground, 4];
  const [mx, my] = [(a.x + b.x) / 4 + x / 2, (a.y + b.y) / 4 + y / 2];
  over.strokeText(label, mx, my);
  over.fillText(label, mx, my);
}

const sigmaNode = ({ id, x, y, label, size, font, shape, colour, dim, title }) => [id, {
  x, y: -y, label: " ", words: label, size: shape === "dot" ? size : size * 0.6, font, dim, title,
  color: shape === "dot" ? shade(colour, dim) : shade(colour, true), forceLabel: true, zIndex: dim ? 0 : 1,
}];
const sigmaEdge = ({ id, from, to, colour, width, dashes, arrow, bend, title }, crowd) => [id, from, to, {
  type: [bend ? "bow" : arrow ? "" : "line", arrow ? "arrow" : ""].filter(Boolean).join(" "),
  curvature: 2 * bend, size: width * (arrow ? 2.6 : 2), color: dashes ? mix(colour, theme.ground, 0.12) : crowd ? mix(colour, theme.ground, 0.3) : colour, title,
}];

function pan(x, y, zoom = 1) {
  const camera = picture.getCamera();
  const state = camera.getState();
  camera.setState({ x: state.x + x * state.ratio, y: state.y + y * state.ratio, ratio: state.ratio * zoom });
}
const MOVES = {
  ArrowLeft: () => pan(-0.1, 0), ArrowRight: () => pan(0.1, 0), ArrowUp: () => pan(0, 0.1), ArrowDown: () => pan(0, -0.1),
  "+": () => pan(0, 0, 0.8), "=": () => pan(0, 0, 0.8), "-": () => pan(0, 0, 1.25),
};

const hint = make("div", { class: "vis-tooltip" });
function showHint(title, { x, y }) {
  hint.textContent = title;
  [hint.style.left, hint.style.top, hint.style.visibility] = [`${x + 12}px`, `${y + 12}px`, "visible"];
}

function paint(scene) {
  [painted, theme] = [scene, colours()];
  const graph = new sigma.MultiDirectedGraph();
  for (const node of scene.nodes) graph.addNode(...sigmaNode(node));
  const crowd = scene.edges.length > CROWD;
  for (const edge of scene.edges) graph.addEdgeWithKey(...sigmaEdge(edge, crowd));
  picture.setSetting("minEdgeThickness", crowd ? 0.9 : 1.7);
  picture.setGraph(graph);
}

/* Show all that is drawn, or these names, but no nearer than reads well. */
function frame(nodes) {
  const wanted = nodes && new Set(nodes);
  const { left, top, width, height } = boundsOf({ nodes: painted.nodes.filter(({ id }) => !wanted || wanted.has(id)) });
  const { width: wide, height: high } = picture.getDimensions();
  const [x, y] = [Math.max(0, (wide / 1.3 - width) / 2), Math.max(0, (high / 1.3 - height) / 2)];
  picture.setCustomBBox({ x: [left - x, left + width + x], y: [-(top + height + y), -(top - y)] });
  picture.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  picture.refresh();
  lookFrom(scale());
}

function on({ node, edge, nothing, twice }) {
  const title = (what, id) => picture.getGraph()[`get${what}Attribute`](id, "title");
  picture.on("clickNode", (event) => node(event.node));
  picture.on("clickEdge", (event) => edge(Number(event.edge)));
  picture.on("clickStage", nothing);
  picture.on("doubleClickNode", (event) => { event.preventSigmaDefault(); twice(event.node); });
  picture.on("enterNode", (event) => showHint(title("Node", event.node), event.event));
  picture.on("enterEdge", (event) => showHint(title("Edge", event.edge), event.event));
  for (const name of ["leaveNode", "leaveEdge", "clickNode", "clickEdge"]) picture.on(name, () => { hint.style.visibility = "hidden"; });
  picture.on("afterRender", drawOver);
}

function withWebGl() {
  picture = new sigma.Sigma(new sigma.MultiDirectedGraph(), container, OPTIONS);
  picture.createCanvasContext("over", { beforeLayer: "labels" }).resize(true);
  over = container.querySelector(".sigma-over").getContext("2d");
  container.tabIndex = 0;
  container.append(hint);
  container.addEventListener("keydown", (event) => {
    if (!MOVES[event.key]) return;
    event.preventDefault();
    MOVES[event.key]();
  });
  return { paint, frame, on };
}

/* Where there is no WebGL, the picture stands still; the panel tells everything. */
const withoutWebGl = () => ({ paint: (scene) => container.replaceChildren(drawScene(scene)), frame() {}, on() {} });

const painter = document.createElement("canvas").getContext("webgl2") ? withWebGl() : withoutWebGl();
