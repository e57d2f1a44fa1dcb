/* Where the names stand: as laid out when the page was made; those asked for later, next to whom they belong to. */

const brought = new Map(); // id to [x, y]

function placesOf(nodes) {
  if (choice.all) return new Map(nodes.map((node) => [node.id, node.all]));
  const places = new Map(nodes.filter(({ first }) => first).map(({ id, first }) => [id, first]));
  for (const { id } of nodes) if (brought.has(id)) places.set(id, brought.get(id));
  for (const node of nodes) {
    if (places.has(node.id)) continue;
    brought.set(node.id, freePlace(node, places));
    places.set(node.id, brought.get(node.id));
  }
  return places;
}

/* The free place nearest to the middle of a name's neighbours, found on a spiral. */
function freePlace(node, places) {
  const near = edgesOf.get(node.id).map((edge) => places.get(otherEnd(edge, node.id))).filter(Boolean);
  const [x, y] = [0, 1].map((axis) => near.reduce((sum, place) => sum + place[axis], 0) / (near.length || 1));
  const taken = [...places].map(([id, place]) => middleOf(nodeById.get(id), place));
  for (let step = 0; ; step += 1) {
    const [radius, angle] = [18 * Math.sqrt(step), step * 2.399963];
    const place = [Math.round(x + 1.4 * radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    const mine = middleOf(node, place);
    const overlaps = (other) => [0, 1].every((axis) => Math.abs(other[axis] - mine[axis]) < other[axis + 2] + mine[axis + 2]);
    if (step > 20000 || !taken.some(overlaps)) return place;
  }
}

/* The middle of a name's dot and label together, and half their width and height. */
const middleOf = ({ box: [width, height, below] }, [x, y]) => [x, y + below, width, height];
