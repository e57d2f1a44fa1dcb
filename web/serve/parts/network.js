// Fruchterman and Reingold (1991), from a circle, so that the same answer always looks the same.
import { element, short } from "./svg.js";

const STEPS = 300, IDEAL = 60, WIDTH = 1100, HEIGHT = 560;

export function network(pairs) {
  const edges = pairs.filter(([one, other]) => one && other);
  const names = [...new Set(edges.flat())].sort();
  const places = layout(names, edges.map(pair => pair.map(name => names.indexOf(name))));
  const at = name => places[names.indexOf(name)];
  const picture = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "picture", role: "img", "aria-label": "Network" });
  for (const [one, other] of edges) {
    const [a, b] = [at(one), at(other)];
    picture.append(element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }));
  }
  for (const name of names) picture.append(...dot(name, at(name)));
  return picture;
}

function dot(name, { x, y }) {
  const circle = element("circle", { cx: x, cy: y, r: 5 });
  circle.append(element("title", {}, name));
  return [circle, element("text", { x: x + 8, y: y + 4 }, short(name))];
}

function layout(names, edges) {
  const places = names.map((_, index) => {
    const angle = (2 * Math.PI * index) / names.length;
    return { x: 200 * Math.cos(angle), y: 200 * Math.sin(angle) };
  });
  for (let step = 0; step < STEPS; step++) move(places, edges, 30 * (1 - step / STEPS));
  return fit(places);
}

function move(places, edges, heat) {
  const pull = places.map(({ x, y }) => ({ x: -x / 4, y: -y / 4 }));
  const act = (one, other, strength) => {
    const dx = places[one].x - places[other].x, dy = places[one].y - places[other].y;
    const distance = Math.max(Math.hypot(dx, dy), 0.1), force = strength(distance) / distance;
    pull[one].x += dx * force, pull[one].y += dy * force;
    pull[other].x -= dx * force, pull[other].y -= dy * force;
  };
  for (let one = 0; one < places.length; one++) {
    for (let other = 0; other < one; other++) act(one, other, distance => IDEAL ** 2 / distance);
  }
  for (const [one, other] of edges) if (one !== other) act(one, other, distance => -(distance ** 2) / IDEAL);
  places.forEach((place, index) => {
    const length = Math.max(Math.hypot(pull[index].x, pull[index].y), 0.1), step = Math.min(length, heat) / length;
    place.x += pull[index].x * step;
    place.y += pull[index].y * step;
  });
}

// Into the picture, with room for names at the right.
function fit(places) {
  const scale = (axis, from, to) => {
    const values = places.map(place => place[axis]), low = Math.min(...values), span = Math.max(...values) - low || 1;
    return place => from + ((place[axis] - low) / span) * (to - from);
  };
  const x = scale("x", 20, WIDTH - 200), y = scale("y", 20, HEIGHT - 20);
  return places.map(place => ({ x: x(place), y: y(place) }));
}
