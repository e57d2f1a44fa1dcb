/* The picture, kept in step with what is chosen and looked at. */

let moved = false; // by hand, since all was last looked at

function repaint() {
  painter.paint(makeScene());
}

/* Look at what has the focus; if part of it is not drawn yet, bring it in. */
function lookAtFocus() {
  const missing = [...focus.nodes].filter((id) => passing.node.get(id)).slice(0, BROUGHT);
  if (!choice.all) [...focus.ring, ...missing].forEach((id) => choice.asked.add(id));
  repaint();
  const drawn = new Set(chosenNodes().map(({ id }) => id));
  painter.frame([...focus.nodes].filter((id) => drawn.has(id)));
}
const BROUGHT = 16; // names that come with one that is asked for; the others on demand

function lookAtAll() {
  focus = null;
  moved = false;
  repaint();
  painter.frame();
}

function showAll(all) {
  moved = false;
  if (!all) choice.asked.clear();
  brought.clear();
  choose({ all });
  painter.frame();
}

/* A choice changes what is drawn and told; the focus stays. */
watchers.push(() => {
  if (focus && focus.kind === "node") focusOnNode(focus.key);
  repaint();
  if (!focus) painter.frame();
  if (!focus) showOverview();
  else if (focus.kind === "node") showNode(focus.key);
});
isDark.addEventListener("change", repaint);
