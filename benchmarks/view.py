"""The page in a browser: `python benchmarks/view.py [NODES…]`, 200, 2,000 and 5,000 unless said otherwise.

Made-up people who call and meet each other and hold offices in forty countries, one and a half contacts
each, are made into a page, which Chromium opens without network and graphics card. Seconds from the start
of loading until the picture stands, and how many of them the page's own thread worked (about what is left
where the machine has nothing else to do): of the core, as the page opens, and of all names, as `#all=yes`
opens it. Before both, the processor's seconds to make the page.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from selenium.webdriver import Chrome
from view.browser import WEBGL, open_browser

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence, Value, make_entity
from eventgraph.view import make_page
from eventgraph.view.painter import choose_painter

TEXT = "The two ministers spoke by telephone on Monday about the talks that are to begin next month."
STABLE = """
const [done] = arguments;
const look = () => performance.getEntriesByName("stable").length
  ? done(performance.getEntriesByName("stable")[0].startTime / 1000) : setTimeout(look, 20);
look();
"""
RUNS = 3


def make_graph(people: int) -> Graph:
    """So many people, the first of them the busiest; an article for every ten claims."""
    chance = random.Random(7)
    names = [make_entity(f"Person Number {i}", "person") for i in range(people)]
    states = [make_entity(f"Country {i}", "country") for i in range(40)]
    claims = [_role(i, one, states[i % 40]) for i, one in enumerate(names)]
    claims += [_contact(people + i, names, chance) for i in range(people * 3 // 2)]
    articles = (
        Article(id=f"a{i:05}", text=TEXT, published=f"2021-{1 + i % 12:02}-11")
        for i in range(len(claims) // 10 + 1)
    )
    return Graph(tuple(articles), tuple(claims))


def _role(number: int, person: Entity, state: Entity) -> Claim:
    return _claim(
        number, "role", {"person": (person,), "country": (state,)}, title="minister", status="current"
    )


def _contact(number: int, names: list[Entity], chance: random.Random) -> Claim:
    first = int(len(names) * chance.random() ** 3)
    second = (first + 1 + int((len(names) - 1) * chance.random())) % len(names)
    date = f"2021-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    kind = chance.choice(["spoke", "met"])
    parties = {"from": (names[first],), "to": (names[second],)}
    return _claim(number, "communication", parties, kind=kind, date=date, modality="asserted")


def _claim(number: int, type: str, parties: dict[str, tuple[Entity, ...]], **said: Value) -> Claim:
    article = f"a{number // 10:05}"
    evidence = Evidence(article, 0, len(TEXT), TEXT, 0)
    return Claim(f"c{number}", article, type, parties, said, evidence, {}, "bench/made-up", 0.9)


def seconds_to_picture(browser: Chrome, address: str) -> tuple[float, float]:
    """Seconds until it stands, and of them the page's thread at work: the median of RUNS."""
    times = []
    for _ in range(RUNS):
        browser.get("about:blank")
        browser.execute_cdp_cmd("Performance.disable", {})
        browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        browser.get(address)
        stable = float(browser.execute_async_script(STABLE))
        metrics = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        worked = next(one["value"] for one in metrics if one["name"] == "TaskDuration")
        times.append((stable, float(worked)))
    return sorted(times)[RUNS // 2]


def main(counts: list[int]) -> None:
    print("   nodes  painter  made, s    MB   core, s  at work    all, s  at work")
    with tempfile.TemporaryDirectory() as folder, open_browser(Path(folder, "profile"), *WEBGL) as browser:
        browser.set_script_timeout(300)
        browser.set_page_load_timeout(300)
        for count in counts:
            start = time.process_time()
            page = make_page(make_graph(count - 40))
            made = time.process_time() - start
            path = Path(folder, f"{count}.html")
            path.write_text(page, encoding="utf-8")
            painter = choose_painter(count).script.removeprefix("paint-")
            print(f"{count:8,}  {painter:7} {made:8.1f} {len(page) / 1e6:5.1f}", end="", flush=True)
            for more in ("", "#all=yes"):
                stable, worked = seconds_to_picture(browser, path.as_uri() + more)
                print(f" {stable:9.2f} {worked:8.2f}", end="", flush=True)
            print()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [200, 2000, 5000])
