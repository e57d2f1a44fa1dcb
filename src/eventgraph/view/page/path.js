/* The shortest way between two names: over words exchanged if there is one, else over anything stated as fact. */

function findPath(start, end) {
  const passes = (edge) => passing.edge[edge.id] && !edge.mark;
  return walk(start, end, (edge) => passes(edge) && isContact(edge)) || walk(start, end, passes);
}

/* Breadth first; returns the lines on the way, or null. */
function walk(start, end, passes) {
  const came = new Map([[start, null]]);
  for (const id of came.keys()) { // grows while it is walked
    if (id === end) break;
    for (const edge of edgesOf.get(id)) {
      const next = otherEnd(edge, id);
      if (passes(edge) && !came.has(next)) came.set(next, [id, edge]);
    }
  }
  if (!came.has(end)) return null;
  const steps = [];
  for (let at = end; came.get(at); [at] = came.get(at)) steps.unshift(came.get(at)[1]);
  return steps;
}

function openPath(start, end) {
  const steps = findPath(start, end) || [];
  focusOnPath(steps, [start, end]);
  lookAtFocus();
  showPath(start, end, steps);
  remember(true);
}

function showPath(start, end, steps) {
  const told = steps.map((edge) => [
    heading(`${nameOf(edge.from)} ${edge.label} ${nameOf(edge.to)}`),
    describe(eventsOf(factsOf([edge]))[0], true),
    make("ul", {}, entry("All between the two", plural(edge.facts.length, QUOTE), () => openEdge(edge.id))),
  ]);
  show(
    make("h2", { tabindex: -1 }, `From ${nameOf(start)} to ${nameOf(end)}`),
    steps.length ? quiet(plural(steps.length, "step")) : quiet("Nothing that is chosen and stated as a fact joins the two."),
    make("p", { class: "tools" }, button(nameOf(start), () => openNode(start)), button(nameOf(end), () => openNode(end)), linkButton()),
    told.flat(),
  );
}

/* The field in a name's panel that asks for the other end. */
function pathField(id) {
  const field = make("input", { type: "search", id: "to", placeholder: "Another name…" });
  const list = make("ul", { id: "to-names" });
  complete(field, list, (other) => openPath(id, other));
  return make("div", { class: "field" }, make("label", { for: "to" }, "Shortest way to"), field, list);
}
