"""The page in a real browser with the network cut."""

from __future__ import annotations

import base64
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from export.corpus import hostile

from .factory import make_article, make_claim, make_graph, person

pytest.importorskip("selenium", reason="selenium is not installed")
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from eventgraph.cli.picture import picture_html
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import prefixes_below
from eventgraph.view import make_page

from .browser import CHROMIUM, DRIVER, complaints, open_browser, requests

ORIGIN = "null/"  # of a page that is a file

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
# What the XML of the saved picture has that is neither shape nor text.
MARKUP = """
const known = ["svg", "title", "rect", "g", "path", "text", "a"];
const picture = new DOMParser().parseFromString(asText(), "image/svg+xml");
const names = [...picture.querySelectorAll("*")].map(({ nodeName }) => nodeName);
return names.filter((name) => !known.includes(name));
"""
# Names whose dot and label cover those of another, as vis-network has measured them.
OVERLAPS = """
const boxes = nodeSet.getIds().map((id) => [id, network.getBoundingBox(id)]);
return boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([, other]) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
  && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2).map(([b]) => `${a} ${b}`));
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
    requests(browser)  # what pages before asked for
    address = open_page(browser, graph, tmp_path)
    downloads = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", downloads)
    yield browser
    asked = [url for url in requests(browser) if not url.startswith(("data:", f"blob:{ORIGIN}"))]
    assert asked == [address]
    assert complaints(browser) == []


def panel(page: Chrome) -> str:
    return page.find_element(By.ID, "panel").text


def find(page: Chrome, name: str) -> None:
    page.find_element(By.ID, "name").send_keys(name + Keys.ENTER)


def shown(page: Chrome) -> int:
    return int(page.execute_script("return nodeSet.length"))


def test_the_first_look_names_the_central_people_and_who_talked(page: Chrome, tmp_path: Path) -> None:
    assert page.execute_script(INK) > 0.01
    assert "Antony Blinken, secretary of state\n10 contacts" in panel(page)
    assert "Joe Biden spoke with Benjamin Netanyahu\n" in panel(page)
    assert page.save_screenshot(str(tmp_path / "first-look.png"))


def test_no_label_covers_another_at_the_first_look(page: Chrome) -> None:
    assert page.execute_script(OVERLAPS) == []


def test_the_rest_comes_on_demand(page: Chrome) -> None:
    core = shown(page)
    page.find_element(By.ID, "all").click()
    assert shown(page) == 42 > core
    page.find_element(By.ID, "all").click()
    assert shown(page) == core


def test_from_afar_central_names_are_written_large_and_leave_each_other_room(page: Chrome) -> None:
    page.find_element(By.ID, "all").click()
    sizes = "return nodeSet.get().map(({ font }) => font.size)"
    page.execute_script("lookFrom(0.2)")
    assert 0 < page.execute_script(sizes).count(60) < page.execute_script("return CORE")
    page.execute_script("lookFrom(1)")
    assert max(page.execute_script(sizes)) <= 26


@pytest.mark.parametrize("typed", ["Abbas Kamel", "kamel", "KAMEL"])
def test_a_search_opens_the_name(page: Chrome, typed: str) -> None:
    find(page, typed)
    assert panel(page).startswith("Abbas Kamel")
    assert "spy chief, Egypt" in panel(
        page
    ) and "Jake Sullivan, national security adviser\n2 events" in panel(page)
    assert page.execute_script("return focus.key") == "person/kamel"


def test_names_are_completed_as_they_are_typed_by_any_of_their_names(page: Chrome) -> None:
    field = page.find_element(By.ID, "name")
    field.send_keys("tony")
    options = page.find_elements(By.CSS_SELECTOR, "#names [role=option]")
    assert [option.text for option in options] == ["Antony Blinken\nsecretary of state"]
    field.send_keys(Keys.ARROW_DOWN)
    assert field.get_attribute("aria-activedescendant") == options[0].get_attribute("id")
    options[0].click()
    assert panel(page).startswith("Antony Blinken")


def test_a_name_that_is_not_in_the_core_comes_with_its_neighbours(page: Chrome) -> None:
    before = shown(page)
    find(page, "Reykjavik")
    assert panel(page).startswith("Reykjavik") and before < shown(page) < 42
    assert page.execute_script(OVERLAPS) == []


def test_the_neighbourhood_of_a_name_is_drawn_on_demand(browser: Chrome, tmp_path: Path) -> None:
    ann, others = person("Ann"), [person(f"Guest {number}") for number in range(90)]
    article = make_article("a", "All met Ann.")
    met = [{"kind": "met", "from": [ann], "to": [other]} for other in others]
    claims = [make_claim(article, "communication", "All met Ann", **values) for values in met]
    open_page(browser, make_graph([article], claims), tmp_path)
    find(browser, "Ann")
    button = browser.find_element(By.XPATH, "//section[@id='panel']//button[starts-with(., 'Draw ')]")
    more, before = int(button.text.split()[1]), shown(browser)
    assert more + before == 91
    button.click()
    assert shown(browser) == 91 and browser.execute_script(OVERLAPS) == [] == complaints(browser)


def click_between(page: Chrome, one: str, other: str) -> None:
    """Click the middle of the line between two names."""
    x, y = page.execute_script(MIDDLE, one, other)
    canvas = page.find_element(By.CSS_SELECTOR, "#network canvas")
    aside = x - canvas.rect["width"] / 2, y - canvas.rect["height"] / 2
    ActionChains(page).move_to_element_with_offset(canvas, *aside).click().perform()


def test_a_click_on_an_edge_shows_its_quotes_in_context(page: Chrome) -> None:
    click_between(page, "person/biden", "person/putin")
    assert panel(page).startswith("Joe Biden – Vladimir Putin\nmet")
    assert "16 June 2021" in panel(page) and "A summit by the lake · Harbour Wire" in panel(page)
    quote = page.find_element(By.CSS_SELECTOR, "#panel q").text
    assert quote == "Presidents Joe Biden and Vladimir Putin met in Geneva on Wednesday"


def test_the_way_between_two_names_is_shown_step_by_step(page: Chrome) -> None:
    find(page, "Abbas Kamel")
    page.find_element(By.ID, "to").send_keys("Gabi Ashkenazi" + Keys.ENTER)
    assert panel(page).startswith("From Abbas Kamel to Gabi Ashkenazi\n")
    steps = page.execute_script("return focus.edges.size")
    assert 1 <= steps == len(page.find_elements(By.CSS_SELECTOR, "#panel article"))
    assert page.execute_script("return edgeSet.length") == steps


def test_what_is_no_fact_says_so_in_the_panel(page: Chrome) -> None:
    find(page, "Hady Amr")
    marks = [mark.text for mark in page.find_elements(By.CSS_SELECTOR, "#panel .mark")]
    assert marks == ["planned", "planned"] and "CONTACTS" not in panel(page)
    assert "planned Hady Amr met Benny Gantz" in panel(page)


def drawn(page: Chrome, what: str) -> set[str]:
    """What the edges that are drawn have as `relation` or `mark`."""
    return set(page.execute_script(f"return edgeSet.getIds().map((id) => allEdges[id].{what})"))


def test_filters_hide_relations_types_and_what_is_no_fact(page: Chrome) -> None:
    for kind, value, what in [("relation", "role", "relation"), ("mark", "planned", "mark")]:
        assert value in drawn(page, what)
        page.find_element(By.CSS_SELECTOR, f"input[name={kind}][value={value}]").click()
        assert value not in drawn(page, what)
    page.find_element(By.CSS_SELECTOR, "input[name=type][value=place]").click()
    assert "place" not in page.execute_script("return nodeSet.getIds().map((id) => nodeById.get(id).type)")


def pick(page: Chrome, id: str, text: str) -> None:
    Select(page.find_element(By.ID, id)).select_by_visible_text(text)


def test_a_country_alone_is_drawn_with_all_that_belongs_to_it(page: Chrome) -> None:
    pick(page, "country", "Egypt")
    ends = page.execute_script("return edgeSet.get().map(({ from, to }) => [from, to])")
    home = set(
        page.execute_script(
            "return allNodes.filter((n) => n.countries.includes('country/egypt')).map((n) => n.id)"
        )
    )
    assert ends and all(home & {*pair} for pair in ends)


def test_a_publisher_alone_and_only_what_is_sure(page: Chrome) -> None:
    pick(page, "publisher", "Harbour Wire")
    facts = "factsOf(edgeSet.getIds().map((id) => allEdges[id]))"
    publishers = page.execute_script(f"return {facts}.map((fact) => articleOf(fact).publisher)")
    assert {*publishers} == {"Harbour Wire"}
    page.execute_script("document.getElementById('confidence').value = 95")
    page.execute_script("document.getElementById('confidence').dispatchEvent(new Event('input'))")
    assert drawn(page, "relation") == set() and "at least 95%" in page.find_element(By.ID, "legend").text


def test_names_are_coloured_by_country_with_a_legend(page: Chrome) -> None:
    pick(page, "group", "country")
    groups = page.find_elements(By.CSS_SELECTOR, "#legend .groups li")
    assert any(group.text.startswith("Israel (") for group in groups)
    colour = "return nodeSet.get(arguments[0]).color.background"
    assert page.execute_script(colour, "person/gantz") == page.execute_script(colour, "country/israel")


def test_the_timeline_leaves_what_was_said_of_that_time(page: Chrome) -> None:
    """From the right end, the earlier slider is moved by keys: only the last days are left."""
    everything = page.execute_script("return edgeSet.length")
    since = page.find_element(By.ID, "since")
    since.send_keys(Keys.END)
    WebDriverWait(page, 5).until(lambda _: 0 < page.execute_script("return edgeSet.length") < everything)
    assert "16 Jun 2021" in page.find_element(By.ID, "time").text
    assert "Joe Biden met Vladimir Putin" in panel(page) and "Shoukry" not in panel(page)
    page.find_element(By.CSS_SELECTOR, "#time button").click()
    WebDriverWait(page, 5).until(lambda _: page.execute_script("return edgeSet.length") == everything)


def saved(folder: Path, name: str) -> bytes:
    deadline = time.monotonic() + 10
    while not (folder / name).exists():
        assert time.monotonic() < deadline, f"{name} was not saved"
        time.sleep(0.05)
    return (folder / name).read_bytes()


def test_the_picture_is_saved_as_png_and_svg(page: Chrome, tmp_path: Path) -> None:
    page.find_element(By.ID, "svg").click()
    svg = ElementTree.fromstring(saved(tmp_path, "graph.svg"))
    texts = ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Antony Blinken", "spoke with", "Who met, called and wrote to whom"} <= {*texts}
    page.find_element(By.ID, "png").click()
    png = saved(tmp_path, "graph.png")
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG") and width > 1000 and height > 800 and len(png) > 50_000


def test_a_reader_goes_from_a_name_to_its_quote_and_takes_the_picture_along(
    page: Chrome, tmp_path: Path
) -> None:
    """Search a name, leave out places, move the timeline, open a line, read its quote, save the picture."""
    still(page)
    find(page, "Vladimir Putin")
    page.find_element(By.CSS_SELECTOR, "input[name=type][value=place]").click()
    page.find_element(By.ID, "since").send_keys(Keys.END)
    WebDriverWait(page, 5).until(lambda _: "16 Jun 2021 –" in page.find_element(By.ID, "time").text)
    assert "place/geneva" not in page.execute_script("return nodeSet.getIds()")
    click_between(page, "person/biden", "person/putin")
    assert panel(page).startswith("Joe Biden – Vladimir Putin\nmet\n1 event, 1 quote from 1 article")
    quote = page.find_element(By.CSS_SELECTOR, "#panel q").text
    assert quote == "Presidents Joe Biden and Vladimir Putin met in Geneva on Wednesday"
    page.find_element(By.ID, "png").click()
    assert saved(tmp_path, "graph.png").startswith(b"\x89PNG")


def still(page: Chrome) -> None:
    """Nothing glides for readers who want it so."""
    features = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def test_a_bar_of_the_timeline_leaves_its_time_alone(page: Chrome) -> None:
    everything = page.execute_script("return edgeSet.length")
    days = page.find_elements(By.CSS_SELECTOR, "#time rect.contact")
    max(days, key=lambda bar: bar.rect["height"]).click()
    WebDriverWait(page, 5).until(lambda _: 0 < page.execute_script("return edgeSet.length") < everything)
    first, last = page.find_element(By.CSS_SELECTOR, "#time output").text.split(" – ")
    assert first == last and "time=" in page.current_url


def test_a_link_is_copied(page: Chrome) -> None:
    grant = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    page.execute_cdp_cmd("Browser.grantPermissions", grant)
    find(page, "Hady Amr")
    page.find_element(By.XPATH, "//button[. = 'Copy link']").click()
    WebDriverWait(page, 5).until(lambda _: "Link copied" in panel(page))
    assert page.execute_script("return navigator.clipboard.readText()") == page.current_url


def test_a_link_leads_to_the_same_sight_and_back_goes_back(page: Chrome, tmp_path: Path) -> None:
    find(page, "Hady Amr")
    page.find_element(By.CSS_SELECTOR, "input[name=relation][value=role]").click()
    address = page.current_url
    assert "node=person%2Famr" in address and "no-relation=role" in address
    page.get("about:blank")
    page.get(address)
    assert panel(page).startswith("Hady Amr") and "role" not in drawn(page, "relation")
    page.find_element(By.CSS_SELECTOR, "#home").click()
    page.back()
    assert panel(page).startswith("Hady Amr")
    page.get((tmp_path / "graph.html").as_uri())
    requests(page)
    page.get("about:blank")
    page.get((tmp_path / "graph.html").as_uri())


def test_an_address_that_names_what_is_not_here_opens_the_overview(page: Chrome) -> None:
    page.execute_script(
        "location.hash = '#node=person/nobody&country=x&time=1 2&confidence=x&colours=constructor'"
    )
    page.execute_script("followAddress()")
    assert panel(page).startswith("Overview") and shown(page) > 20


def test_the_printer_gets_a_picture_made_of_lines(page: Chrome) -> None:
    pdf = base64.b64decode(page.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF") and b"/Subtype /Image" not in pdf
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert page.execute_script("return document.querySelectorAll('#sheet svg text').length") > 30


def test_quotes_are_unfolded_by_a_click_and_for_the_printer(page: Chrome) -> None:
    find(page, "Joe Biden")
    quotes = "return panel.querySelectorAll('details[open] q').length"
    assert page.execute_script(quotes) == 0
    page.find_element(By.CSS_SELECTOR, "#panel details summary").click()
    WebDriverWait(page, 5).until(lambda _: page.execute_script(quotes) == 1)
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert page.execute_script(quotes) == page.execute_script("return factsLeft('person/biden').length")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(page: Chrome, scheme: str) -> None:
    """axe-core's rules, WCAG 2.2 AA among them."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    feature = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
    script = Path(axe.__file__).parent / "axe.min.js"
    page.execute_script(script.read_text(encoding="utf-8"))
    told = "`${broken.impact} ${broken.id} ${broken.nodes.map((node) => node.html)}`"
    run = f"axe.run().then((found) => arguments[0](found.violations.map((broken) => {told})))"
    for sight in ("openOverview()", "openNode('person/blinken')", "openEdge(0)", "help.showModal()"):
        page.execute_script(sight)
        assert page.execute_async_script(run) == []
    page.execute_script("help.close()")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_it_fits_a_telephone(page: Chrome) -> None:
    size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.refresh()
        assert page.execute_script("return document.documentElement.scrollWidth") <= 390
        assert page.execute_script("return document.getElementById('network').clientHeight") > 300
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        requests(page)
        page.get("about:blank")
        page.back()


OUTSIDE = """
const { clientWidth: wide, clientHeight: high } = container;
return painted.filter(({ id }) => {
  const box = network.getBoundingBox(id);
  const corners = [[box.left, box.top], [box.right, box.bottom]];
  const [a, b] = corners.map(([x, y]) => network.canvasToDOM({ x, y }));
  return a.x < 0 || a.y < 0 || b.x > wide || b.y > high;
}).map(({ label }) => label);
"""


def test_the_picture_keeps_to_its_room_until_it_is_moved(page: Chrome) -> None:
    before = page.get_window_size()
    try:
        for width, height in ((1000, 700), (1600, 800)):
            page.set_window_size(width, height)
            WebDriverWait(page, 5).until(lambda page: page.execute_script(OUTSIDE) == [])
            time.sleep(1.2)  # vis-network looks at its size once a second
            assert page.execute_script(OUTSIDE) == []
        page.execute_script("container.dispatchEvent(new WheelEvent('wheel')); network.moveTo({ scale: 3 })")
        page.set_window_size(1400, 900)
        time.sleep(1.2)
        assert page.execute_script(OUTSIDE)
    finally:
        page.set_window_size(before["width"], before["height"])


def test_links_lead_to_articles_and_nowhere_else(page: Chrome) -> None:
    find(page, "Benjamin Netanyahu")
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    links = {link.get_attribute("href") for link in page.find_elements(By.CSS_SELECTOR, "#panel a")}
    assert links == {"https://nile.example/a/530"}  # one article has no address, one a javascript: one


def test_keys_alone_are_enough(page: Chrome) -> None:
    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    assert page.switch_to.active_element.get_attribute("id") == "name"
    page.switch_to.active_element.send_keys("Joe Biden" + Keys.ENTER)
    page.find_element(By.CSS_SELECTOR, "#panel ul:not(.roles) li button").send_keys(Keys.ENTER)
    assert "Joe Biden" in panel(page).splitlines()[0].split(" – ")
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert panel(page).startswith("Overview")


def test_hostile_names_are_shown_and_do_nothing(browser: Chrome, tmp_path: Path) -> None:
    """The panel of every name and of every line, all quotes, all names drawn, each searched for, the SVG."""
    open_page(browser, hostile(), tmp_path)
    elements = "return document.querySelectorAll('img, iframe, body > script').length"
    assert browser.execute_script(elements) == 3
    same = "panel.querySelector('h2').textContent === name"
    titled = f"({{ id, name }}) => {{ focusOnNode(id); showNode(id); return {same}; }}"
    assert browser.execute_script(f"return allNodes.length > 60 && allNodes.every({titled})")
    browser.execute_script(
        "dispatchEvent(new Event('beforeprint')); allEdges.forEach(({ id }) => showEdge(id))"
    )
    browser.execute_script("lookAtAll(); showAll(true); allNodes.forEach(({ name }) => suggest(name))")
    assert browser.execute_script(MARKUP) == []
    assert browser.execute_script(elements) == 3 and complaints(browser) == []


def test_the_picture_of_an_answer(browser: Chrome, graph: Graph, tmp_path: Path) -> None:
    sparql = (
        "SELECT ?a ?b ?date { ?event eg:initiator ?a ; eg:recipient ?b OPTIONAL { ?event eg:date ?date } }"
    )
    prefixes = {namespace: prefix for prefix, namespace in prefixes_below(graph.base).items()}
    path = tmp_path / "answer.html"
    path.write_text(picture_html(graph.query(sparql), sparql, graph.query, prefixes), encoding="utf-8")
    requests(browser)
    browser.get(path.as_uri())
    assert browser.execute_script(INK) > 0.001
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("SELECT ?a ?b")
    browser.execute_script("openEdge(0)")
    assert "row from the answer" in panel(browser) and "– b –" in panel(browser)
    browser.execute_script("openNode(allNodes[0].id)")
    assert "quote" not in panel(browser) and "article" not in panel(browser)
    assert requests(browser) == [path.as_uri()] and complaints(browser) == []
