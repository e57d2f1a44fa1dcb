/* Colours of the names: by type, or by the country or organisation that they belong to. */

const KINDS = { country: "countries", organization: "organizations" };
const ranked = Object.fromEntries(Object.entries(KINDS).map(([kind, list]) => [kind, homes(list).slice(0, rest.groups.length)]));
const colourByHome = Object.fromEntries(Object.entries(ranked)
  .map(([kind, found]) => [kind, new Map(found.map(([id], i) => [id, rest.groups[i]]))]));

function colourOf(node) {
  if (choice.group === "type") return typeOf(node).colour;
  return colourByHome[choice.group].get(node[KINDS[choice.group]][0]) || rest.other;
}

const groupRows = () => [...ranked[choice.group].map(([id, count]) => [id, `${nameOf(id)} (${count})`, colourByHome[choice.group].get(id)]),
  ["", "others, or not known", rest.other]];

const groupLegend = make("ul", { class: "groups" });
legend.append(
  ...picks("Colours by", "group", [["type", "who and where"], ...Object.keys(KINDS).filter((kind) => ranked[kind].length > 1)
    .map((kind) => [kind, kind === "country" ? "country" : "organisation"])]),
  groupLegend,
);
/* A group of the legend shows that group alone; once more, all. */
watchers.push(() => {
  if (choice.group === "type") return groupLegend.replaceChildren();
  return groupLegend.replaceChildren(...groupRows().map(([id, label, colour]) => make("li", {}, id
    ? button([swatch(SHAPES.dot, { fill: colour }), label].flat(), () => {
      choose({ [choice.group]: choice[choice.group] === id ? "" : id });
      controls.forEach((set) => set());
      remember();
    }, { "aria-pressed": String(choice[choice.group] === id) })
    : make("span", {}, swatch(SHAPES.dot, { fill: colour }), label))));
});
