"""The page in a real browser with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .test_page import HOSTILE, hostile_graph

pytest.importorskip("selenium", reason="selenium is not installed")
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from eventgraph.graph import Graph
from eventgraph.view import make_page

from .browser import CHROMIUM, DRIVER, complaints, open_browser, requests

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
]

INK = """
const canvas = document.querySelector("#network canvas");
const points = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
let inked = 0;
for (let i = 3; i < points.length; i += 4) if (points[i]) inked += 1;
return inked / (points.length / 4);
"""
# Where on the screen the middle of the edge between two nodes is.
MIDDLE = """
const [from, to] = [...arguments].map((id) => network.canvasToDOM(network.getPosition(id)));
return [(from.x + to.x) / 2, (from.y + to.y) / 2];
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with open_browser(tmp_path_factory.mktemp("profile")) as chrome:
        yield chrome


def open_page(browser: Chrome, graph: Graph, folder: Path) -> str:
    """Open the page of `graph` and return its address."""
    path = folder / "graph.html"
    path.write_text(make_page(graph), encoding="utf-8")
    browser.get(path.as_uri())
    return path.as_uri()


@pytest.fixture
def page(browser: Chrome, graph: Graph, tmp_path: Path) -> Iterator[Chrome]:
    address = open_page(browser, graph, tmp_path)
    yield browser
    assert [url for url in requests(browser) if not url.startswith("data:")] == [address]
    assert complaints(browser) == []


def panel(page: Chrome) -> str:
    return page.find_element(By.ID, "panel").text


def shown(page: Chrome) -> int:
    return int(page.execute_script("return network.body.data.nodes.length"))


def test_the_first_look_names_the_central_people_and_who_talked(page: Chrome, tmp_path: Path) -> None:
    assert page.execute_script(INK) > 0.01
    assert "Antony Blinken, secretary of state\n10 contacts" in panel(page)
    assert "Joe Biden spoke with Benjamin Netanyahu" in panel(page)
    assert page.save_screenshot(str(tmp_path / "first-look.png"))


def test_the_rest_comes_on_demand(page: Chrome) -> None:
    core = shown(page)
    page.find_element(By.ID, "all").click()
    assert shown(page) == 42 > core
    page.find_element(By.ID, "all").click()
    assert shown(page) == core


@pytest.mark.parametrize("typed", ["Abbas Kamel", "kamel", "KAMEL"])
def test_a_search_opens_the_name(page: Chrome, typed: str) -> None:
    page.find_element(By.ID, "name").send_keys(typed + Keys.ENTER)
    assert panel(page).startswith("Abbas Kamel")
    assert "spy chief, Egypt" in panel(page) and "Jake Sullivan\n2 times" in panel(page)
    assert page.execute_script("return network.getSelectedNodes()") == ["person/kamel"]


def test_a_search_finds_what_is_not_in_the_core(page: Chrome) -> None:
    page.find_element(By.ID, "name").send_keys("Reykjavik" + Keys.ENTER)
    assert panel(page).startswith("Reykjavik") and shown(page) == 42


def test_a_click_on_an_edge_shows_its_quotes_in_context(page: Chrome) -> None:
    x, y = page.execute_script(MIDDLE, "person/biden", "person/putin")
    canvas = page.find_element(By.CSS_SELECTOR, "#network canvas")
    box = canvas.rect
    ActionChains(page).move_to_element_with_offset(
        canvas, x - box["width"] / 2, y - box["height"] / 2
    ).click().perform()
    assert panel(page).startswith("Joe Biden – Vladimir Putin\nmet")
    assert "16 June 2021" in panel(page) and "A summit by the lake · Harbour Wire" in panel(page)
    quote = page.find_element(By.CSS_SELECTOR, "#panel q").text
    assert quote == "Presidents Joe Biden and Vladimir Putin met in Geneva on Wednesday"


def test_what_is_no_fact_says_so_in_the_panel(page: Chrome) -> None:
    page.find_element(By.ID, "name").send_keys("Hady Amr" + Keys.ENTER)
    marks = [mark.text for mark in page.find_elements(By.CSS_SELECTOR, "#panel .mark")]
    assert marks == ["planned", "planned"] and "CONTACTS" not in panel(page)
    assert "planned Hady Amr met Benny Gantz" in panel(page)


def test_filters_hide_relations_types_and_what_is_no_fact(page: Chrome) -> None:
    def drawn(what: str) -> list[str]:
        return list(page.execute_script(f"return network.body.data.edges.get().map((edge) => edge.{what})"))

    for kind, value, what in [("relation", "role", "relation"), ("mark", "planned", "mark")]:
        assert value in drawn(what)
        page.find_element(By.CSS_SELECTOR, f"input[name={kind}][value={value}]").click()
        assert value not in drawn(what)
    page.find_element(By.CSS_SELECTOR, "input[name=type][value=place]").click()
    assert "place" not in page.execute_script("return network.body.data.nodes.get().map((node) => node.type)")


def test_links_lead_to_articles_and_nowhere_else(page: Chrome) -> None:
    page.find_element(By.ID, "name").send_keys("Benjamin Netanyahu" + Keys.ENTER)
    links = {link.get_attribute("href") for link in page.find_elements(By.CSS_SELECTOR, "#panel a")}
    assert links == {"https://nile.example/a/530"}  # one article has no address, one a javascript: one


def test_keys_alone_are_enough(page: Chrome) -> None:
    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    assert page.switch_to.active_element.get_attribute("id") == "name"
    page.switch_to.active_element.send_keys("Joe Biden" + Keys.ENTER)
    page.find_element(By.CSS_SELECTOR, "#panel li button").send_keys(Keys.ENTER)
    assert not panel(page).startswith(("Overview", "Joe Biden"))
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert panel(page).startswith("Overview")


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: repr(name[:12]))
def test_a_hostile_name_is_shown_and_does_nothing(browser: Chrome, name: str, tmp_path: Path) -> None:
    open_page(browser, hostile_graph(name), tmp_path)
    tags = browser.execute_script("return document.querySelectorAll('img, body > script').length")
    browser.execute_script("openNode('person/villain'); openEdge(0)")
    browser.execute_script("openNode('person/villain')")
    title = "return panel.querySelector('h2').textContent === nodeById.get('person/villain').name"
    assert browser.execute_script(title)
    assert (
        browser.execute_script("return document.querySelectorAll('img, body > script').length") == tags == 3
    )
    assert complaints(browser) == []
