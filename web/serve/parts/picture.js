// A picture of an answer: things in two columns as a network, or a name and a number as bars.
import { bars } from "./bars.js";
import { network } from "./network.js";

const MOST = 150;
const NUMBER = /#(integer|decimal|double|float|nonNegativeInteger|int|long)$/;

export class Picture {
  priority = 5;
  label = "Picture";
  helpReference = "";

  constructor(yasr) {
    this.yasr = yasr;
  }

  canHandleResults() {
    return this.rows().length > 0;
  }

  getIcon() {
    const icon = document.createElement("span");
    icon.textContent = "◍";
    return icon;
  }

  draw() {
    const { names, number } = this.columns();
    const rows = this.rows().slice(0, MOST);
    const drawn = names.length < 2 && number
      ? bars(rows.map(row => [shown(row[names[0]]), Number(row[number]?.value)]))
      : network(rows.map(row => names.slice(0, 2).map(name => shown(row[name]))));
    this.yasr.resultsEl.append(drawn);
    if (this.rows().length > MOST) {
      const more = document.createElement("p");
      more.textContent = `The first ${MOST} of ${this.rows().length} rows.`;
      this.yasr.resultsEl.append(more);
    }
  }

  // Solutions, or triples as rows of subject and object; none if there is nothing to draw.
  rows() {
    const results = this.yasr.results;
    if (!results || results.hasError()) return [];
    const triples = results.getStatements?.() ?? [];
    if (triples.length) return triples.map(one => ({ s: term(one.subject), o: term(one.object) }));
    const found = results.getBindings() ?? [];
    const { names, number } = this.columns(found);
    return names.length > 1 || (names.length && number) ? found : [];
  }

  // The columns with names in them, and the first with numbers.
  columns(rows = this.rows()) {
    const all = rows.length ? [...new Set(rows.flatMap(Object.keys))] : [];
    const order = this.yasr.results.getVariables() ?? [];
    const vars = order.length ? order : all;
    const named = vars.filter(name => rows.some(row => row[name]) && rows.every(row => isName(row[name])));
    const linked = named.filter(name => rows.some(row => row[name]?.type === "uri"));
    return {
      names: linked.length > 1 ? linked : named,
      number: vars.find(name => rows.some(row => NUMBER.test(row[name]?.datatype ?? ""))),
    };
  }
}

const term = node => ({ type: node.termType === "NamedNode" ? "uri" : "literal", value: node.value });
const isName = cell => !cell || cell.type === "uri" || (!cell.datatype && cell.value.length <= 80);

function shown(cell) {
  if (!cell) return "";
  return cell.type === "uri" ? decodeURIComponent(cell.value.replace(/^.*[/#](?=.)/, "")) : cell.value;
}
