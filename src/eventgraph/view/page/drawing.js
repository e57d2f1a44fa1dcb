/* The scene as SVG: to save, and to print. */

const LEGEND = 26; // height of a line of the legend
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text) => text.replace(UNWRITABLE, "\ufffd");

function drawScene(scene) {
  const { left, top, width, height } = boundsOf(scene);
  const [theme, rows] = [colours(), legendRows()];
  const view = [left - 20, top - 60, Math.max(width + 40, 560), height + 100 + LEGEND * Math.ceil(rows.length / 3)];
  const place = new Map(scene.nodes.map((node) => [node.id, node]));
  const [x, y] = [view[0] + 20, view[1]];
  return draw("svg", {
    xmlns: "http://www.w3.org/2000/svg", viewBox: view.join(" "), width: Math.round(view[2]), height: Math.round(view[3]), role: "img",
    "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  },
    draw("title", {}, clean(document.title)),
    draw("rect", { x: view[0], y, width: view[2], height: view[3], fill: theme.ground }),
    text(document.querySelector("h1").textContent, x, y + 26, 20, theme.ink, { "text-anchor": "start", "font-weight": 600 }),
    text(`${document.querySelector("header p").textContent}. ${describeChoice()}`, x, y + 46, 13, theme.quiet, { "text-anchor": "start" }),
    ...scene.edges.map((edge) => drawEdge(edge, place, theme)),
    ...scene.nodes.map((node) => drawNode(node, theme)),
    ...rows.map(([picture, label], i) => drawRow(picture, label, x + (i % 3) * 185, top + height + 50 + LEGEND * Math.floor(i / 3), theme)),
  );
}

const text = (words, x, y, size, colour, more = {}) =>
  draw("text", { x, y, "font-size": size, fill: colour, "text-anchor": "middle", ...more }, clean(words));

function drawRow(picture, label, x, y, theme) {
  fill(picture, { x, y, width: 26, height: 14 }, []);
  return draw("g", {}, picture, text(label, x + 34, y + 12, 13, theme.quiet, { "text-anchor": "start" }));
}

function drawNode({ x, y, size, colour, shape, label, font, dim, ring }, theme) {
  const scale = size / (shape === "dot" ? 5 : 5.5);
  const halo = { "paint-order": "stroke", stroke: theme.ground, "stroke-width": 4, "stroke-linejoin": "round" };
  return draw("g", { opacity: dim ? 0.2 : null },
    draw("path", { d: SHAPES[shape], fill: colour, stroke: ring ? "#f2c230" : null, "stroke-width": 4 / scale,
      transform: `translate(${x} ${y}) scale(${scale.toFixed(2)}) translate(-13 -7)` }),
    ...label.split("\n").map((part, i) => text(part, x, Math.round(y + size + font * (1.1 + 1.1 * i)), font, theme.ink, halo)));
}

function drawEdge({ from, to, colour, width, dashes, bend, arrow, label }, place, theme) {
  const [a, b] = [place.get(from), place.get(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = [(a.x + b.x) / 2 + bend * dy, (a.y + b.y) / 2 - bend * dx];
  const tip = [b.x - (dx / length) * (b.size + 2), b.y - (dy / length) * (b.size + 2)];
  const angle = (Math.atan2(tip[1] - middle[1], tip[0] - middle[0]) * 180) / Math.PI;
  const head = arrow && draw("path", { d: "M0 0l-9 3.5v-7z", fill: colour, transform: `translate(${tip}) rotate(${angle.toFixed(1)})` });
  return draw("g", {},
    draw("path", { d: `M${a.x} ${a.y}Q${middle} ${tip}`, fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": dashes }),
    head || null,
    label ? text(label, middle[0], middle[1], 12, theme.quiet, { "paint-order": "stroke", stroke: theme.ground, "stroke-width": 4 }) : null);
}

/* The rows of the legend for what is drawn now. */
function legendRows() {
  const { nodes, edges } = makeScene();
  const drawn = new Set(edges.flatMap(({ id }) => [allEdges[id].mark || allEdges[id].relation]));
  const types = new Set(nodes.map(({ id }) => nodeById.get(id).type));
  return [
    ...(choice.group === "type" ? rest.types.filter(({ name }) => types.has(name))
      .map(({ label, colour, shape }) => [swatch(SHAPES[shape], { fill: colour }), label])
      : groupRows().map(([, label, colour]) => [swatch(SHAPES.dot, { fill: colour }), label])),
    ...rest.relations.filter(({ name }) => drawn.has(name)).map(({ label, colour }) => [line(colour), label]),
    ...rest.marks.filter(({ name }) => drawn.has(name)).map(({ label, colour, dashes }) => [line(colour, dashes), label]),
  ];
}
