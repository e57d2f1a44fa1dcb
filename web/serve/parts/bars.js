import { element, short } from "./svg.js";

const LINE = 22, NAME = 220, WIDTH = 620;

export function bars(rows) {
  const most = Math.max(...rows.map(([, value]) => value).filter(Number.isFinite), 1e-9);
  const picture = element("svg", { viewBox: `0 0 ${NAME + WIDTH + 80} ${rows.length * LINE + 10}`, class: "picture", role: "img", "aria-label": "Bars" });
  rows.forEach(([name, value], index) => {
    const y = index * LINE + 5;
    const length = Number.isFinite(value) ? Math.max(1, (value / most) * WIDTH) : 0;
    picture.append(
      element("text", { x: NAME - 8, y: y + 14, "text-anchor": "end" }, short(name)),
      element("rect", { x: NAME, y: y + 2, width: length, height: LINE - 6 }),
      element("text", { x: NAME + length + 6, y: y + 14 }, String(value)),
    );
  });
  return picture;
}
