/* The panel of one name: roles over time, contacts, what is said of it. */

function openNode(id) {
  focusOnNode(id);
  lookAtFocus();
  showNode(id);
  remember(true);
}

function showNode(id) {
  const node = nodeById.get(id);
  const facts = factsLeft(id);
  const contacts = [...contactsOf(id)].map(([other, edges]) => [other, eventsOf(factsOf(edges)).length])
    .sort((a, b) => b[1] - a[1]);
  const roles = facts.filter((fact) => relationByName.get(fact.relation).timeless);
  const sections = [...new Set(rest.relations.map((relation) => relation.section))];
  show(
    make("h2", { tabindex: -1 }, node.name),
    quiet([typeOf(node).one, ...node.names].join(" · ")),
    make("p", { class: "tools" }, expandButton(id), linkButton()),
    nodeById.get(id).type === "person" ? rolesOverTime(roles) : [],
    section("Contacts", contacts.map(([other, count]) =>
      entry(withRole(nodeById.get(other)), plural(count, "event"), () => openEdge(strongestBetween(id, other).id)))),
    pathField(id),
    sections.map((name) => {
      const told = facts.filter((fact) => relationByName.get(fact.relation).section === name);
      return told.length ? [heading(name), ...eventsOf(told).map((event) => describe(event, false))] : [];
    }).flat(),
  );
}

const strongestBetween = (one, other) => contactsOf(one).get(other)[0];

/* The neighbours that pass but are not drawn, brought in by a button. */
function expandButton(id) {
  const drawn = new Set(chosenNodes().map((node) => node.id));
  const more = [...focus.nodes].filter((one) => passing.node.get(one) && !drawn.has(one));
  return more.length ? button(`Draw ${more.length} more around ${nameOf(id)}`, () => expand(id)) : null;
}

function expand(id) {
  focusOnNode(id);
  focus.nodes.forEach((one) => choice.asked.add(one));
  lookAtFocus();
  showNode(id);
}

/* Roles as bars over the time that the articles cover; a role lasts from the first to the last time it is said, or longer. */
function rolesOverTime(facts) {
  const known = rest.articles.map(({ published }) => published).filter(isDate);
  if (!facts.length || !known.length) return [];
  const [start, end] = [Math.min(...known.map(firstDay)), Math.max(...known.map(lastDay)) + 1];
  const at = (day) => (100 * (Math.min(Math.max(day, start), end) - start)) / (end - start);
  const roles = new Map();
  for (const fact of facts) {
    const key = JSON.stringify([fold(fact.brief).replace(/[-\s]+/g, " "), fact.mark]); // however it is spelt
    roles.set(key, [...(roles.get(key) || []), fact]);
  }
  return [heading("Roles over time"), make("ul", { class: "roles" }, ...[...roles.values()].map((said) => roleBar(said, at)))];
}

function roleBar(facts, at) {
  const [{ brief, mark }] = facts;
  const said = facts.map((fact) => articleOf(fact).published).filter(isDate).sort();
  const since = facts.map((fact) => fact.since || fact.date).filter(isDate).sort()[0];
  const until = facts.map((fact) => fact.until).filter(isDate).sort()[0];
  const [from, to] = [since || said[0], until || (mark ? null : said.at(-1))];
  const x = from ? at(firstDay(from)) : 0;
  const bar = mark ? null : draw("svg", { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { width: 100, height: 4, class: "axis" }),
    draw("rect", { x, width: Math.max(1.5, to ? at(lastDay(to) + 1) - x : 0), height: 4, class: "bar" }));
  const stated = [since && `since ${inWords(since)}`, until && `until ${inWords(until)}`].filter(Boolean);
  const seen = said.length ? `said ${said[0] === said.at(-1) ? inWords(said[0]) : `${inWords(said[0])} to ${inWords(said.at(-1))}`}` : null;
  return make("li", {}, make("p", {}, badge(mark), mark ? " " : null, brief), bar,
    quiet([...stated, seen, sourcesOf(facts)].filter(Boolean).join(" · ")));
}
