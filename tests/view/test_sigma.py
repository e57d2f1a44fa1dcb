"""The page for many names, drawn by sigma: the same panel, filters and timeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from export.corpus import hostile

from .factory import crowd

pytest.importorskip("selenium", reason="selenium is not installed")
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from eventgraph.errors import UsageError
from eventgraph.graph import Graph
from eventgraph.view import make_page
from eventgraph.view.painter import MANY, choose_painter, has_sigma

from .browser import CHROMIUM, DRIVER, WEBGL, open_browser, requests

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
    pytest.mark.skipif(
        not has_sigma(), reason="sigma was not built in: no npm when eventgraph was installed"
    ),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with open_browser(tmp_path_factory.mktemp("profile"), *WEBGL) as chrome:
        yield chrome


def errors(browser: Chrome) -> list[str]:
    """Chromium warns of WebGL in software, and of pixels read back from it; neither is the page's doing."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.fixture
def page(browser: Chrome, graph: Graph, tmp_path: Path) -> Iterator[Chrome]:
    path = tmp_path / "graph.html"
    path.write_text(make_page(graph, "sigma"), encoding="utf-8")
    requests(browser)
    browser.get(path.as_uri())
    yield browser
    assert [url for url in requests(browser) if not url.startswith("data:")] == [path.as_uri()]
    assert errors(browser) == []


def order(browser: Chrome) -> int:
    return int(browser.execute_script("return picture.getGraph().order"))


def test_the_core_is_drawn_and_all_on_demand(page: Chrome) -> None:
    core = order(page)
    page.find_element(By.ID, "all").click()
    assert order(page) == 42 > core


def test_a_click_on_a_name_opens_it(page: Chrome) -> None:
    place = "const [x, y] = placesOf(chosenNodes()).get('person/putin'); return at({ x, y })"
    spot = page.execute_script(place)
    page.execute_script("picture.emit('clickNode', { node: 'person/putin', event: arguments[0] })", spot)
    assert page.find_element(By.ID, "panel").text.startswith("Vladimir Putin")
    assert page.execute_script("return focus.key") == "person/putin"


def test_search_filters_and_timeline_are_those_of_the_smaller_page(page: Chrome) -> None:
    page.find_element(By.ID, "name").send_keys("kamel" + Keys.ENTER)
    assert page.find_element(By.ID, "panel").text.startswith("Abbas Kamel")
    page.find_element(By.CSS_SELECTOR, "input[name=relation][value=role]").click()
    drawn = "return picture.getGraph().edges().map((id) => allEdges[id].relation)"
    assert "role" not in page.execute_script(drawn)
    assert len(page.find_elements(By.CSS_SELECTOR, "#time input[type=range]")) == 2


def test_hostile_names_do_nothing(browser: Chrome, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(make_page(hostile(), "sigma"), encoding="utf-8")
    browser.get(path.as_uri())
    browser.execute_script(
        "allNodes.forEach(({ id }) => { focusOnNode(id); showNode(id); }); lookAtAll(); showAll(true)"
    )
    assert browser.execute_script("return document.querySelectorAll('img, body > script').length") == 3
    assert errors(browser) == []


def test_without_webgl_the_picture_stands_still_and_the_panel_tells_all(
    graph: Graph, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path / "graph.html"
    path.write_text(make_page(graph, "sigma"), encoding="utf-8")
    with open_browser(tmp_path_factory.mktemp("plain"), "--disable-3d-apis") as chrome:
        chrome.get(path.as_uri())
        assert len(chrome.find_elements(By.CSS_SELECTOR, "#network svg text")) > 30
        chrome.find_element(By.ID, "name").send_keys("kamel" + Keys.ENTER)
        assert chrome.find_element(By.ID, "panel").text.startswith("Abbas Kamel")
        assert errors(chrome) == []


def test_it_is_taken_for_many_names_and_can_be_asked_for() -> None:
    assert choose_painter(MANY).script == "paint-vis" and choose_painter(MANY + 1).script == "paint-sigma"
    assert choose_painter(10, "sigma").script == "paint-sigma"
    assert choose_painter(MANY + 1, "vis").note and not choose_painter(MANY, "vis").note
    with pytest.raises(UsageError, match="crayons"):
        choose_painter(10, "crayons")


def test_the_same_claims_give_the_same_bytes() -> None:
    assert make_page(crowd(50), "sigma") == make_page(crowd(50), "sigma")
