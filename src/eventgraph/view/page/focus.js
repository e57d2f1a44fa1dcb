/* What is looked at: nothing, a name, a line, or a way between two names. */

let focus = null; // {kind, key, nodes, edges, ring}: `nodes` and `edges` are all that stays bright

function focusOnNode(id) {
  const edges = edgesOf.get(id).filter((edge) => passing.edge[edge.id]);
  const nodes = new Set([id, ...edges.map((edge) => otherEnd(edge, id))]);
  focus = { kind: "node", key: id, nodes, edges: new Set(edges.map((edge) => edge.id)), ring: new Set([id]) };
}

function focusOnEdge(edge) {
  const between = edgesOf.get(edge.from).filter((other) => [other.from, other.to].includes(edge.to) && passing.edge[other.id]);
  const nodes = new Set([edge.from, edge.to]);
  focus = { kind: "edge", key: keyOf(edge), nodes, edges: new Set([edge, ...between].map(({ id }) => id)), ring: nodes };
}

function focusOnPath(steps, ends) {
  const nodes = new Set([...ends, ...steps.flatMap(({ from, to }) => [from, to])]);
  focus = { kind: "path", key: ends.join(" "), nodes, edges: new Set(steps.map(({ id }) => id)), ring: new Set(ends) };
}

/* A line's name for links to it; numbers change with every build. */
const keyOf = (edge) => [edge.from, edge.relation, edge.mark, edge.to].join(" ");
const edgeByKey = (key) => allEdges.find((edge) => keyOf(edge) === key);
