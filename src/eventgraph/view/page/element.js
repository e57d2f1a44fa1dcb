/* Elements. All text goes in as text, never as markup. */

function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const heading = (text) => make("h3", {}, text);
const quiet = (...text) => make("p", { class: "quiet" }, ...text);
const button = (text, click, attributes = {}) => make("button", { type: "button", click, ...attributes }, text);
const entry = (text, note, click) =>
  make("li", {}, make("button", { type: "button", click }, make("span", {}, text), make("span", {}, note)));

/* A section of the panel, or nothing where there is nothing to list. */
const section = (title, items, tag = "ul") => (items.length ? [heading(title), make(tag, {}, ...items)] : []);

const panel = document.getElementById("panel");

function show(...content) {
  panel.replaceChildren(...content.flat(2));
  panel.scrollTop = 0;
}

/* Pictures of the legend; outlines in a box of 26 by 14. */
const SHAPES = {
  dot: "M13 2a5 5 0 1 0 .01 0z", square: "M8 2h10v10h-10z", diamond: "M13 1l6 6-6 6-6-6z",
  triangle: "M13 1l6 11h-12z", hexagon: "M10 2h6l3 5-3 5h-6l-3-5z",
};

const swatch = (path, attributes) =>
  draw("svg", { viewBox: "0 0 26 14", "aria-hidden": "true" }, draw("path", { d: path, ...attributes }));
const line = (colour, dashes) =>
  swatch("M1 7h24", { stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dashes ? dashes.map((n) => n * 0.7) : null });
