/* The panel of one line: each event with its date, its quotes in context, and the articles. */

function openEdge(id) {
  focusOnEdge(allEdges[id]);
  lookAtFocus();
  showEdge(id);
  remember(true);
}

function showEdge(id) {
  const edge = allEdges[id];
  const facts = edge.facts.map((place) => rest.facts[place]); // all, whatever the filters
  const others = edgesOf.get(edge.from).filter((other) => other !== edge && [other.from, other.to].includes(edge.to));
  const end = (one) => entry(withRole(nodeById.get(one)), typeOf(nodeById.get(one)).one, () => openNode(one));
  show(
    make("h2", { tabindex: -1 }, `${nameOf(edge.from)} – ${nameOf(edge.to)}`),
    make("p", { class: edge.mark ? "mark" : "quiet" }, edge.label),
    quiet(`${rest.question ? "" : `${plural(eventsOf(facts).length, "event")}, `}${plural(facts.length, QUOTE)} from ${sourcesOf(facts)}`),
    make("ul", {}, end(edge.from), end(edge.to)),
    make("p", { class: "tools" }, linkButton()),
    heading("Where it is said"), ...eventsOf(facts).map((event) => describe(event, true)),
    section("Also between the two", others.map((other) =>
      entry(other.label, plural(other.facts.length, QUOTE), () => openEdge(other.id)))),
  );
}
