// Elements of a picture; text goes in as text.
const SVG = "http://www.w3.org/2000/svg";

export function element(name, attributes, text = "") {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = text;
  return node;
}

export const short = text => (text.length > 28 ? `${text.slice(0, 27)}…` : text);
