"""A project's page as a reader opens it: `python benchmarks/page.py PROJECT [PICTURES]`.

Chromium, its network cut, opens `graph.html` and looks at it in light and dark: as it opens, at the name with
most contacts, at the quotes of the strongest tie, at the second half of the time, and at all names.
Of each sight: what was asked of the network, errors on the console, and what axe-core finds, serious and in
all; of the first also the seconds until it stood and how many names cover each other. PICTURES is a folder
for screenshots. Ends with 1 if anything was asked, wrong or serious.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import axe_core_python
from selenium.webdriver import Chrome
from view.browser import WEBGL, open_browser, requests

AXE = Path(axe_core_python.__file__).parent / "axe.min.js"
RUN = """
const told = ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html.slice(0, 120)}`;
axe.run().then(({ violations }) => arguments[0](violations.map(told)));
"""
STABLE = """
const look = (done) => performance.getEntriesByName("stable").length
  ? done(performance.getEntriesByName("stable")[0].startTime / 1000) : setTimeout(look, 20, done);
return new Promise(look);
"""
# Names whose dot and label cover those of another.
OVERLAPS = """
const boxes = [...placesOf(chosenNodes())].map(([id, place]) => middleOf(nodeById.get(id), place));
const covers = (a, b) => [0, 1].every((i) => Math.abs(a[i] - b[i]) < a[i + 2] + b[i + 2] - 2);
return boxes.filter((a, i) => boxes.slice(i + 1).some((b) => covers(a, b))).length;
"""
SIGHTS = {
    "first look": "",
    "a node": "openNode(centralPeople()[0][0].id)",
    "an edge": "openEdge(strongestTies()[0].id)",
    "timeline": "openOverview(); sinceField.value = Math.floor(buckets.length / 2); pickTime('since')",
    "all names": "setTime(null, null); showAll(true)",
}


def main(project: Path, pictures: Path | None) -> int:
    address, wrong = (project / "graph.html").resolve().as_uri(), 0
    with tempfile.TemporaryDirectory() as folder, open_browser(Path(folder, "profile"), *WEBGL) as browser:
        browser.set_script_timeout(300)
        for scheme in ("light", "dark"):
            stable, covered = start(browser, address, scheme)
            print(f"{scheme}: stands after {stable:.2f} s, {covered} names cover another")
            for sight, script in SIGHTS.items():
                browser.execute_script(script)
                time.sleep(1)  # the view glides to its place
                if pictures:
                    browser.save_screenshot(str(pictures / f"{scheme} {sight}.png"))
                wrong += report(sight, *faults(browser, address))
    return min(wrong, 1)


def start(browser: Chrome, address: str, scheme: str) -> tuple[float, int]:
    """Open the page for readers of light or dark screens; the seconds until it stands, and names covered."""
    feature = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
    browser.get("about:blank")
    browser.get(address)
    stable, covered = float(browser.execute_script(STABLE)), int(browser.execute_script(OVERLAPS))
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    return stable, covered


def faults(browser: Chrome, address: str) -> tuple[list[str], list[str], list[str]]:
    """What was asked of the network since last time, errors on the console, and findings of axe-core."""
    own = ("data:", "about:", address)
    asked = [url for url in requests(browser) if not url.startswith(own)]
    errors = [one["message"] for one in browser.get_log("browser") if one["level"] == "SEVERE"]
    return asked, errors, browser.execute_async_script(RUN)


def report(sight: str, asked: list[str], errors: list[str], found: list[str]) -> int:
    """Print a line a sight and one a fault; return how many are serious."""
    serious = [one for one in found if one.startswith(("serious", "critical"))]
    counts = f"{len(asked)} requests, {len(errors)} errors, axe-core: {len(serious)} serious of {len(found)}"
    print(f"  {sight:10} {counts}", *asked, *errors, *found, sep="\n    ", flush=True)
    return len(asked) + len(errors) + len(serious)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
