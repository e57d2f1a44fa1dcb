/* What the reader has chosen to see, and what passes. */

const choice = {
  type: new Set(), relation: new Set(), mark: new Set(), // what is switched off
  country: "", organization: "", publisher: "", confidence: 0, // what alone is wanted
  since: null, until: null, // days, both inclusive
  all: false, // or only the core and what was asked for
  asked: new Set(),
  group: "type",
};
const CORE = Math.max(40, allNodes.filter((node) => node.core).length);

const passing = { fact: new Uint8Array(rest.facts.length), edge: new Uint8Array(allEdges.length), node: new Map() };
const watchers = [];

function choose(change) {
  Object.assign(choice, change);
  weigh();
  for (const watch of watchers) watch();
}

const isInTime = ({ when }) => choice.since === null || (when !== null && when[1] >= choice.since && when[0] <= choice.until);

const isWanted = (fact) =>
  !choice.relation.has(fact.relation) && !choice.mark.has(fact.mark) && fact.confidence >= choice.confidence
  && (!choice.publisher || articleOf(fact).publisher === choice.publisher);

const isAtHome = ({ countries, organizations }) =>
  (!choice.country || countries.includes(choice.country))
  && (!choice.organization || organizations.includes(choice.organization));

const isNarrow = () => choice.since !== null || Boolean(choice.country || choice.organization || choice.publisher);

/* Say of every fact, edge and name whether it passes. A role is not bound to a day: it is seen while its holder is. */
function weigh() {
  const timeless = (fact) => relationByName.get(fact.relation).timeless;
  rest.facts.forEach((fact, i) => { passing.fact[i] = isWanted(fact) && (timeless(fact) || isInTime(fact)); });
  passing.node = new Map(allNodes.map((node) => [node.id, false]));
  const weighEdges = (wanted) => allEdges.forEach((edge, i) => { if (wanted(edge)) passing.edge[i] = edgePasses(edge); });
  const isTimeless = (edge) => relationByName.get(edge.relation).timeless;
  weighEdges((edge) => !isTimeless(edge));
  for (const edge of allEdges) if (passing.edge[edge.id] && !isTimeless(edge)) markEnds(edge);
  const busy = new Map(passing.node);
  weighEdges(isTimeless);
  if (choice.since !== null) for (const edge of allEdges) if (isTimeless(edge) && !busy.get(edge.from)) passing.edge[edge.id] = 0;
  for (const edge of allEdges) if (passing.edge[edge.id]) markEnds(edge);
  for (const node of allNodes) if (!edgesOf.get(node.id).length) passing.node.set(node.id, passesAlone(node));
}

function markEnds({ from, to }) {
  passing.node.set(from, true).set(to, true);
}

function edgePasses(edge) {
  const ends = [nodeById.get(edge.from), nodeById.get(edge.to)];
  return ends.every((node) => !choice.type.has(node.type)) && ends.some(isAtHome)
    && edge.facts.some((place) => passing.fact[place]);
}

const passesAlone = (node) => !choice.type.has(node.type) && isAtHome(node)
  && factsAbout.get(node.id).some((fact) => isWanted(fact) && isInTime(fact));

/* The names to draw: all, or the core; where the choice leaves little of the core, the strongest ties it leaves. */
function chosenNodes() {
  const passes = (node) => passing.node.get(node.id);
  if (choice.all) return allNodes.filter(passes);
  const chosen = new Set(allNodes.filter((node) => (node.core || choice.asked.has(node.id)) && passes(node)).map(({ id }) => id));
  if (isNarrow()) {
    for (const { from, to } of strongest) {
      if (chosen.size >= CORE) break;
      if (passing.node.get(from) && passing.node.get(to)) chosen.add(from).add(to);
    }
  }
  return allNodes.filter(({ id }) => chosen.has(id));
}
const strongest = [...allEdges].sort((a, b) => b.weight - a.weight || a.id - b.id);

/* What is left of a line, and of what is said about a name. */
const factsOf = (edges) => [...new Set(edges.flatMap((edge) => edge.facts))]
  .filter((place) => passing.fact[place]).map((place) => rest.facts[place]);
const factsLeft = (id) => factsAbout.get(id).filter((fact) => passing.fact[fact.place]);

/* Whom someone is said, as a fact, to have met, spoken with or written to: id to edges. */
function contactsOf(id) {
  const contacts = new Map();
  for (const edge of edgesOf.get(id)) {
    if (!isContact(edge) || !passing.edge[edge.id]) continue;
    const other = otherEnd(edge, id);
    contacts.set(other, [...(contacts.get(other) || []), edge]);
  }
  return contacts;
}
