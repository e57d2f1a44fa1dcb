"use strict";
/* The panel: what the picture shows, in words, with the quotes. All text goes in as text, never as markup. */

const panel = document.getElementById("panel");
const relationByName = new Map(rest.relations.map((relation) => [relation.name, relation]));
const typeByName = new Map(rest.types.map((type) => [type.name, type]));
const byDate = (a, b) => (b.date || "").localeCompare(a.date || "");

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const nameOf = (id) => nodeById.get(id).name;

function day(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date || "")) return date || "no date given";
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", format);
}

function show(...content) {
  panel.replaceChildren(...content.flat());
  panel.scrollTop = 0;
}

/* The same thing told by several articles is one event with several quotes. */
function eventsOf(facts) {
  const events = new Map();
  for (const fact of facts) {
    const key = JSON.stringify([fact.text, fact.date, fact.mark]);
    events.set(key, [...(events.get(key) || []), fact]);
  }
  return [...events.values()].sort(([a], [b]) => byDate(a, b));
}

function cite(fact) {
  const article = rest.articles[fact.article];
  const title = article.title || article.id;
  const link = article.url
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title)
    : title;
  const details = [article.publisher, article.published && day(article.published),
    `confidence ${Math.round(fact.confidence * 100)}%`];
  return make("cite", {}, link, make("span", { class: "quiet" }, ` · ${details.filter(Boolean).join(" · ")}`));
}

const quote = (fact) =>
  make("blockquote", {}, fact.before, make("q", {}, fact.quote), fact.after, cite(fact));

function describe(facts) {
  const [fact] = facts;
  const badge = fact.mark ? make("span", { class: "mark" }, rest.marks[fact.mark]) : null;
  return make("article", {},
    make("p", {}, badge, badge ? " " : null, fact.text),
    fact.date ? make("p", { class: "quiet" }, day(fact.date)) : null,
    ...facts.map(quote));
}

const heading = (text) => make("h3", {}, text);
const entry = (text, note, click) =>
  make("li", {}, make("button", { type: "button", click }, make("span", {}, text), make("span", {}, note)));

/* Whom someone is said, as a fact, to have met, spoken with or written to: id to edges. */
function contactsOf(id) {
  const contacts = new Map();
  for (const edge of edgesOf.get(id)) {
    if (edge.mark || !relationByName.get(edge.relation).contact) continue;
    const other = edge.from === id ? edge.to : edge.from;
    contacts.set(other, [...(contacts.get(other) || []), edge]);
  }
  return contacts;
}

function withRole({ id, name }) {
  const role = edgesOf.get(id).find((edge) => edge.from === id && edge.relation === "role" && !edge.mark);
  return role ? `${name}, ${role.label}` : name;
}

const factsOf = (edges) => [...new Set(edges.flatMap((edge) => edge.facts))].map((place) => rest.facts[place]);

function showOverview() {
  const people = allNodes.filter((node) => node.type === "person").map((node) => [node, contactsOf(node.id).size])
    .filter(([, count]) => count).sort((a, b) => b[1] - a[1]).slice(0, 8);
  const ties = allEdges.filter((edge) => !edge.mark && relationByName.get(edge.relation).contact)
    .map((edge) => [edge, factsOf([edge]).sort(byDate)[0]])
    .sort(([a, first], [b, second]) => b.width - a.width || byDate(first, second)).slice(0, 12);
  show(
    make("h2", {}, "Overview"),
    make("p", { class: "quiet" }, `${plural(allNodes.length, "name")} and ${plural(rest.facts.length, "fact")} from `
      + `${plural(rest.articles.length, "article")}. Click a name or a line in the picture to see where it is said.`),
    people.length ? [heading("In touch with most"), make("ol", {},
      ...people.map(([node, count]) => entry(withRole(node), plural(count, "contact"), () => openNode(node.id))))] : [],
    ties.length ? [heading("Who talked to whom"), make("ol", {}, ...ties.map(([edge, fact]) =>
      entry(`${nameOf(edge.from)} ${edge.label} ${nameOf(edge.to)}`, fact.date || "", () => openEdge(edge.id))))] : [],
  );
}

function showNode(id) {
  const node = nodeById.get(id);
  const facts = rest.facts.filter((fact) => fact.parties.includes(id));
  const contacts = [...contactsOf(id)].map(([other, edges]) => [other, eventsOf(factsOf(edges)).length])
    .sort((a, b) => b[1] - a[1]);
  const sections = ["Roles", ...new Set(rest.relations.map((relation) => relation.section))];
  show(
    make("h2", { tabindex: -1 }, node.name),
    make("p", { class: "quiet" }, [typeByName.get(node.type).one, ...node.names].join(" · ")),
    contacts.length ? [heading("Contacts"), make("ul", {}, ...contacts.map(([other, count]) =>
      entry(nameOf(other), plural(count, "time"), () => openNode(other))))] : [],
    [...new Set(sections)].map((section) => {
      const told = facts.filter((fact) => relationByName.get(fact.relation).section === section);
      return told.length ? [heading(section), ...eventsOf(told).map(describe)] : [];
    }).flat(),
  );
}

function showEdge(id) {
  const edge = allEdges[id];
  const facts = factsOf([edge]);
  const others = edgesOf.get(edge.from).filter((other) => other !== edge && [other.from, other.to].includes(edge.to));
  const button = (end) => entry(nameOf(end), typeByName.get(nodeById.get(end).type).one, () => openNode(end));
  const sources = new Set(facts.map((fact) => fact.article)).size;
  show(
    make("h2", { tabindex: -1 }, `${nameOf(edge.from)} – ${nameOf(edge.to)}`),
    make("p", { class: edge.mark ? "mark" : "quiet" }, edge.label),
    make("p", { class: "quiet" }, `${plural(facts.length, "quote")} from ${plural(sources, "article")}`),
    make("ul", {}, button(edge.from), button(edge.to)),
    heading("Where it is said"), ...eventsOf(facts).map(describe),
    others.length ? [heading("Also between the two"), make("ul", {}, ...others.map((other) =>
      entry(other.label, plural(other.facts.length, "quote"), () => openEdge(other.id))))] : [],
  );
}
