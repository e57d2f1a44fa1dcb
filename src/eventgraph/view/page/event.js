/* An event in words: what, when, who says so, and where it says so. */

function cite(fact) {
  if (rest.question) return null;
  const article = articleOf(fact);
  const title = article.title || article.id;
  const link = article.url
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title)
    : make("span", {}, title);
  const details = [article.publisher, article.published && inWords(article.published),
    `confidence ${Math.round(fact.confidence * 100)}%`, fact.told && `tells it as ${fact.told}`];
  return make("cite", {}, link, make("span", { class: "quiet" }, ` · ${details.filter(Boolean).join(" · ")}`));
}

const quote = (fact) =>
  make("blockquote", {}, fact.before, make("q", {}, fact.quote), fact.after, cite(fact));

const badge = (mark) => (mark ? make("span", { class: "mark" }, (markByName.get(mark) || { label: mark }).label) : null);

/* Quotes behind one line, made when they are first wanted: somebody central has hundreds. */
function foldedQuotes(facts) {
  const unfold = () => { if (part.children.length === 1) part.append(...facts.map(quote)); };
  const part = make("details", { toggle: unfold }, make("summary", {}, `${plural(facts.length, QUOTE)} from ${sourcesOf(facts)}`));
  return part;
}

/* The fullest wording of an event stands for all. */
const fullest = (facts) => facts.reduce((best, fact) => (fact.text.length > best.text.length ? fact : best));

function describe(facts, open) {
  const fact = fullest(facts);
  const quotes = open ? facts.map(quote) : [foldedQuotes(facts)];
  return make("article", {},
    make("p", {}, badge(fact.mark), fact.mark ? " " : null, fact.text),
    fact.date ? quiet(inWords(fact.date)) : null,
    ...quotes);
}
