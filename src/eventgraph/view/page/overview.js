/* The panel at first: who is central, who talked to whom, and when. */

const withRole = ({ name, role }) => (role ? `${name}, ${role}` : name);
const latest = (edge) => eventsOf(factsOf([edge]))[0][0];

/* The last day that is told of, or if none is, when it was reported. */
function lastTime(edge) {
  const date = factsOf([edge]).map((fact) => fact.date).filter(Boolean).sort().at(-1);
  if (date) return inWords(date, "short");
  const { published } = articleOf(latest(edge));
  return published ? `told ${inWords(published, "short")}` : "";
}

function centralPeople() {
  return allNodes.filter((node) => node.type === "person").map((node) => [node, contactsOf(node.id).size])
    .filter(([, count]) => count).sort((a, b) => b[1] - a[1]).slice(0, 8);
}

function strongestTies() {
  const day = (edge) => (latest(edge).when || [-Infinity])[0];
  const sources = (edge) => witnessesOf(factsOf([edge]));
  return allEdges.filter((edge) => isContact(edge) && passing.edge[edge.id]).map((edge) => [edge, sources(edge), day(edge)])
    .sort((a, b) => b[1] - a[1] || b[2] - a[2] || a[0].id - b[0].id).slice(0, 12).map(([edge]) => edge);
}

function showOverview() {
  show(
    make("h2", {}, "Overview"),
    quiet(`${plural(allNodes.length, "name")} and ${plural(rest.facts.length, rest.question ? "tie" : "claim")} from `
      + `${rest.question ? "the answer" : plural(rest.articles.length, "article")}. Click a name or a line to see where it is said.`),
    rest.note ? quiet(rest.note) : [],
    section("In touch with most", centralPeople().map(([node, count]) =>
      entry(withRole(node), plural(count, "contact"), () => openNode(node.id))), "ol"),
    section("Who talked to whom", strongestTies().map((edge) =>
      entry(`${nameOf(edge.from)} ${edge.label} ${nameOf(edge.to)}`, lastTime(edge), () => openEdge(edge.id))), "ol"),
  );
}

function openOverview() {
  lookAtAll();
  showOverview();
  remember(true);
}
