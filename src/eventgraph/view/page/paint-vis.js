/* Drawn by vis-network, which pyvis carries. */

const container = document.getElementById("network");
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, options);
window.network = network;
let painted = [];

function replace(set, rows) {
  const kept = new Set(rows.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
  set.update(rows);
}

function visNode(node, { ink, faint, ground, accent }) {
  const border = node.ring ? "#f2c230" : node.colour;
  const colour = { background: node.colour, border };
  return {
    id: node.id, x: node.x, y: node.y, label: node.label, shape: node.shape, size: node.size, title: node.title,
    borderWidth: node.ring ? 4 : 1, opacity: node.dim ? 0.15 : 1,
    color: { ...colour, hover: { ...colour, border: accent }, highlight: colour },
    font: { size: node.font, color: node.dim ? faint : ink, strokeWidth: 4, strokeColor: ground },
  };
}

function visEdge(edge, { quiet: ink, ground }) {
  const side = edge.bend > 0 ? "curvedCW" : "curvedCCW";
  return {
    id: edge.id, from: edge.from, to: edge.to, label: edge.label || " ", title: edge.title, width: edge.width,
    color: { color: edge.colour, highlight: edge.colour, hover: edge.colour },
    dashes: edge.dashes || false, arrows: { to: { enabled: edge.arrow, scaleFactor: 0.5 } },
    smooth: edge.bend ? { enabled: true, type: side, roundness: Math.abs(edge.bend) } : false,
    font: { size: 13, align: "middle", color: ink, strokeWidth: 4, strokeColor: ground },
  };
}

network.on("zoom", ({ scale }) => lookFrom(scale));

const painter = {
  paint(scene) {
    painted = scene.nodes;
    const theme = colours();
    replace(nodeSet, scene.nodes.map((node) => visNode(node, theme)));
    replace(edgeSet, scene.edges.map((edge) => visEdge(edge, theme)));
    network.unselectAll();
  },
  /* Show all that is drawn, or these names. */
  frame(nodes) {
    const animation = !nodes || isStill.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" };
    const wanted = nodes && new Set(nodes);
    const { left, top, width, height } = boundsOf({ nodes: painted.filter(({ id }) => !wanted || wanted.has(id)) });
    const room = [container.clientWidth / (width + 60), container.clientHeight / (height + 60)];
    const scale = Math.max(0.02, Math.min(nodes ? 1.15 : 1.6, ...room));
    lookFrom(scale);
    network.moveTo({ position: { x: left + width / 2, y: top + height / 2 }, scale, animation });
  },
  on({ node, edge, nothing, twice }) {
    network.on("click", ({ nodes, edges }) => (nodes.length ? node(nodes[0]) : edges.length ? edge(edges[0]) : nothing()));
    network.on("doubleClick", ({ nodes }) => nodes.length && twice(nodes[0]));
  },
};
