/* Everything is there: show what the address asks for, or the overview. */

legend.open = window.innerWidth > 760;
window.addEventListener("popstate", followAddress);
followAddress();
/* Until a hand moves it, the picture keeps to the room it has. */
for (const by of ["pointerdown", "wheel", "keydown"]) container.addEventListener(by, () => { moved = true; });
new ResizeObserver(() => moved || focus || painter.frame()).observe(container);
/* Two frames on, the picture stands: what benchmarks/view.py measures. */
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("stable")));
