/* The legend, whose every line is a switch, and the fields that narrow what is drawn. */

const legend = document.querySelector("#legend details");
const controls = []; // functions that set each field to what is chosen

function switches(title, kind, items) {
  const fields = items.map(([name, label, picture]) => {
    const box = make("input", { type: "checkbox", name: kind, value: name, change: () => {
      choice[kind][box.checked ? "delete" : "add"](name);
      choose({});
      remember();
    } });
    controls.push(() => { box.checked = !choice[kind].has(name); });
    return make("label", {}, box, picture, label);
  });
  return fields.length ? [make("fieldset", {}, make("legend", {}, title), ...fields)] : [];
}

/* A list to pick one from; nothing where there is nothing to tell apart. */
function picks(label, name, options, all) {
  if (options.length < 2) return [];
  const field = make("select", { id: name, change: () => { choose({ [name]: field.value }); remember(); } },
    ...(all ? [make("option", { value: "" }, all)] : []), ...options.map(([value, words]) => make("option", { value }, words)));
  controls.push(() => { field.value = choice[name]; });
  return [make("div", { class: "field" }, make("label", { for: name }, label), field)];
}

/* Countries or organisations by how many names belong there. */
function homes(kind) {
  const count = new Map();
  for (const node of allNodes) for (const id of node[kind]) count.set(id, (count.get(id) || 0) + 1);
  return [...count].filter(([id]) => nodeById.has(id)).sort((a, b) => b[1] - a[1] || nameOf(a[0]).localeCompare(nameOf(b[0])));
}
const byLabel = (a, b) => a[1].localeCompare(b[1]);

function confidenceField() {
  const output = make("output", { for: "confidence" });
  const field = make("input", { type: "range", id: "confidence", min: 0, max: 100, step: 5, input: () => {
    choose({ confidence: field.value / 100 });
    controls.forEach((set) => set());
    remember();
  } });
  controls.push(() => {
    field.value = choice.confidence * 100;
    output.textContent = choice.confidence ? `at least ${field.value}%` : "any";
  });
  return make("div", { class: "field" }, make("label", { for: "confidence" }, "Confidence ", output), field);
}

const drawnTypes = new Set(allNodes.map((node) => node.type));
const saidRelations = new Set(rest.facts.map((fact) => fact.relation));
const publishers = [...new Set(rest.articles.map(({ publisher }) => publisher).filter(Boolean))].map((name) => [name, name]).sort(byLabel);
const places = (kind) => homes(kind).map(([id]) => [id, nameOf(id)]).sort(byLabel);
const unknownTypes = [...drawnTypes].filter((name) => !typeByName.has(name)).sort()
  .map((name) => ({ name, label: name, colour: rest.other, shape: "dot" }));

legend.append(
  ...switches("Who and where", "type", [...rest.types, ...unknownTypes].filter(({ name }) => drawnTypes.has(name))
    .map(({ name, label, colour, shape }) => [name, label, swatch(SHAPES[shape], { fill: colour })])),
  ...switches("What is said of them", "relation", rest.relations.filter(({ name }) => saidRelations.has(name))
    .map(({ name, label, colour }) => [name, label, line(colour)])),
  ...switches("Not facts of today", "mark", rest.marks.map(({ name, label, colour, dashes }) => [name, label, line(colour, dashes)])),
  ...picks("Country", "country", places("countries"), "any"),
  ...picks("Organisation", "organization", places("organizations"), "any"),
  ...picks("Publisher", "publisher", publishers, "any"),
  ...(rest.question ? [] : [confidenceField()]),
);

/* What is chosen, in words, for the saved picture. */
function describeChoice() {
  const words = [
    choice.country && nameOf(choice.country), choice.organization && nameOf(choice.organization), choice.publisher,
    choice.confidence && `confidence at least ${Math.round(choice.confidence * 100)}%`,
    choice.since !== null && `${inWords(iso(choice.since))} to ${inWords(iso(choice.until))}`,
  ].filter(Boolean);
  return words.length ? `Only ${words.join(", ")}.` : "";
}
