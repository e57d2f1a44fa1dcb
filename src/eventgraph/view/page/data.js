"use strict";
/* What the page knows: names, what joins them, what is said of them, and how to find each. */

const { nodes: allNodes, edges: allEdges, options, rest } = JSON.parse(document.getElementById("data").textContent);
const byName = (rows) => new Map(rows.map((row) => [row.name, row]));
const relationByName = byName(rest.relations);
const typeByName = byName(rest.types);
const markByName = byName(rest.marks);
const nodeById = new Map(allNodes.map((node) => [node.id, node]));
const edgesOf = new Map(allNodes.map((node) => [node.id, []]));
const factsAbout = new Map(allNodes.map((node) => [node.id, []]));
for (const edge of allEdges) for (const end of [edge.from, edge.to]) edgesOf.get(end).push(edge);
for (const edges of edgesOf.values()) edges.sort((a, b) => b.weight - a.weight || a.id - b.id);
rest.facts.forEach((fact) => fact.parties.forEach((id) => factsAbout.get(id).push(fact)));

const nameOf = (id) => nodeById.get(id).name;
const typeOf = (node) => (typeByName.get(node.type) || { one: node.type, label: node.type, shape: "dot", colour: rest.other });
const articleOf = (fact) => rest.articles[fact.article];
const isContact = (edge) => !edge.mark && relationByName.get(edge.relation).contact;
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

const plural = (count, word) => `${count.toLocaleString("en-GB")} ${word}${count === 1 ? "" : "s"}`;

/* Dates are days, months or years: "2021-05-11", "2021-05", "2021". Days are counted from 1970. */
const DAY = 86400000;
const isDate = (date) => /^\d{4}(-\d\d){0,2}$/.test(date || "");
const firstDay = (date) => Date.parse(`${date}${"-01-01".slice(date.length - 4)}`) / DAY;

function lastDay(date) {
  if (date.length > 7) return firstDay(date);
  const [year, month] = date.split("-").map(Number);
  return Date.UTC(date.length > 4 ? year : year + 1, date.length > 4 ? month : 0, 0) / DAY;
}

const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

function inWords(date, month = "long") {
  if (!isDate(date)) return date || "no date given";
  const format = { year: "numeric", timeZone: "UTC" };
  if (date.length > 4) format.month = month;
  if (date.length > 7) format.day = "numeric";
  return new Date(firstDay(date) * DAY).toLocaleDateString("en-GB", format);
}

/* How many articles say so; copies of one text are one witness. */
const countOf = (facts, key) => new Set(facts.map(key)).size;
const witnessesOf = (facts) => countOf(facts, (fact) => articleOf(fact).witness);

/* The page of a query's answer has rows where others have quotes of articles. */
const QUOTE = rest.question ? "row" : "quote";

function sourcesOf(facts) {
  if (rest.question) return "the answer";
  const [articles, witnesses] = [countOf(facts, ({ article }) => article), witnessesOf(facts)];
  if (articles === 1) return "1 article";
  return witnesses === articles ? `${articles} independent articles` : `${articles} articles, ${witnesses} independent`;
}

/* When it was; a statement is made when it is reported. Roles have no day of their own. */
function whenOf(fact) {
  if (relationByName.get(fact.relation).timeless) return null;
  const date = fact.date || articleOf(fact).published;
  return isDate(date) ? [firstDay(date), lastDay(date)] : null;
}
rest.facts.forEach((fact, place) => Object.assign(fact, { place, when: whenOf(fact) }));

/* The same event told by several articles: latest first, what has no date last. */
function eventsOf(facts) {
  const events = new Map();
  for (const fact of facts) events.set(fact.event, [...(events.get(fact.event) || []), fact]);
  const start = ([fact]) => (fact.when ? fact.when[0] : -Infinity);
  return [...events.values()].sort((a, b) => start(b) - start(a) || 0);
}
