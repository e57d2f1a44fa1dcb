/* The timeline: how much is said of which time, and two sliders for a part of it. */

const BARS = 90; // at most
const dated = rest.facts.filter((fact) => fact.when);
const buckets = makeBuckets();
const isClipped = buckets.length > 1 && buckets[0][1] - buckets[0][0] > 2 * (buckets[1][1] - buckets[1][0]);

/* Days, weeks, months or years from the first to the last: [first day, last day] each. Few early days, far from all
   others, share the first bar. */
function makeBuckets() {
  if (!dated.length) return [];
  const starts = dated.map(({ when }) => when[0]).sort((a, b) => a - b);
  const end = Math.max(starts.at(-1), ...dated.map(({ when }) => when[1]).filter((day) => day <= starts.at(-1) + 31));
  const usual = starts[Math.floor(starts.length / 25)];
  const start = end - starts[0] > 2 * (end - usual) ? usual : starts[0];
  const [first, next] = calendar(start, end - start + 1);
  const found = start > starts[0] ? [[starts[0], first - 1]] : [];
  for (let day = first; day <= end; day = next(day)) found.push([day, next(day) - 1]);
  return found;
}

/* Where the bars begin, and from the first day of one to that of the next. */
function calendar(start, span) {
  const month = (day, step) => { const date = new Date(day * DAY); return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1) / DAY; };
  const year = (day, step) => Date.UTC(new Date(day * DAY).getUTCFullYear() + step, 0, 1) / DAY;
  if (span <= BARS) return [start, (day) => day + 1];
  if (span <= 7 * BARS) return [start - ((start + 3) % 7), (day) => day + 7]; // Mondays: 1 January 1970 was a Thursday
  if (span <= 30 * BARS) return [month(start, 0), (day) => month(day, 1)];
  return [year(start, 0), (day) => year(day, Math.ceil(span / 365 / BARS))];
}

const bars = draw("svg", { viewBox: `0 0 ${buckets.length || 1} 40`, preserveAspectRatio: "none", "aria-hidden": "true" });
const period = make("output", { for: "since until" });
const slider = (id, label) => make("input", {
  type: "range", id, "aria-label": label, min: 0, max: Math.max(buckets.length - 1, 0), step: 1, input: () => pickTime(id),
});
const [sinceField, untilField] = [slider("since", "From"), slider("until", "To")];
const wholeTime = button("Whole time", () => setTime(null, null));

function pickTime(moved) {
  let [from, to] = [Number(sinceField.value), Number(untilField.value)];
  if (from > to) [from, to] = moved === "since" ? [to, to] : [from, from];
  setTime(buckets[from][0], buckets[to][1]);
}

let waiting = null;
function setTime(since, until) {
  const whole = since === null || (since <= buckets[0][0] && until >= buckets.at(-1)[1]);
  Object.assign(choice, { since: whole ? null : since, until: whole ? null : until });
  showTime();
  waiting ||= requestAnimationFrame(() => { waiting = null; choose({}); remember(); });
}

/* Where the sliders stand. */
function range() {
  if (choice.since === null) return [0, buckets.length - 1];
  const from = buckets.findIndex(([, last]) => last >= choice.since);
  const to = buckets.findLastIndex(([first]) => first <= choice.until);
  return [Math.max(from, 0), Math.max(to, 0)];
}

function showTime() {
  const [from, to] = range();
  [sinceField.value, untilField.value] = [from, to];
  const [first, last] = [inWords(iso(buckets[from][0]), "short"), inWords(iso(buckets[to][1]), "short")];
  sinceField.setAttribute("aria-valuetext", first);
  untilField.setAttribute("aria-valuetext", last);
  period.textContent = from === 0 && isClipped ? `until ${last}` : `${first} – ${last}`;
  wholeTime.hidden = choice.since === null;
  [...bars.children].forEach((bar) => bar.classList.toggle("out", bar.dataset.at < from || bar.dataset.at > to));
}

/* Below, words exchanged; above them, all else. What is reported without a day counts on the day of its article. */
function drawBars() {
  const counts = buckets.map(() => [0, 0]);
  for (const fact of dated) {
    if (!isWanted(fact)) continue;
    let [low, high] = [0, buckets.length - 1];
    while (low < high) { const half = (low + high) >> 1; if (buckets[half][1] < fact.when[0]) low = half + 1; else high = half; }
    counts[low][relationByName.get(fact.relation).contact && !fact.mark ? 0 : 1] += 1;
  }
  const most = Math.max(1, ...counts.map(([contact, other]) => contact + other));
  const unit = (count) => (count ? Math.max(2, (count * 38) / most) : 0);
  bars.replaceChildren(...counts.flatMap(([contact, other], at) => [
    [contact, 40 - unit(contact), "contact"], [other, 40 - unit(contact) - unit(other), "other"],
  ].filter(([count]) => count).map(([count, y, kind]) => draw("rect", { x: at + 0.08, y, width: 0.84, height: unit(count), class: kind, "data-at": at },
    draw("title", {}, `${inWords(iso(buckets[at][0]))}: ${counts[at][0]} contacts, ${counts[at][1]} others`)))));
}

if (buckets.length > 1) {
  document.getElementById("time").append(
    make("p", {}, make("strong", {}, "When"), " ", period, " ", wholeTime, rest.question ? null : make("span", { class: "key" }, make("i", { class: "contact" }), "met, spoke, wrote", make("i", {}), "all else")),
    make("div", { class: "range" }, bars, sinceField, untilField),
  );
  bars.addEventListener("click", ({ target }) => { const at = target.dataset.at; if (at) setTime(buckets[at][0], buckets[at][1]); });
  watchers.push(() => { drawBars(); showTime(); });
} else document.getElementById("time").hidden = true;
