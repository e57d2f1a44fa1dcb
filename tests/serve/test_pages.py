"""Pages for people and data for machines at the same address."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

from .conftest import BEFORE, SCRIPT

PERSON = "/id/person/eva-berg"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("accept", "type"),
    [
        ("text/html", "text/html"),
        (BROWSER["Accept"], "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml;q=0.9, text/html;q=0.1", "application/rdf+xml"),
        ("application/n-triples", "application/n-triples"),
    ],
)
def test_one_address_many_forms(accept: str, type: str, client: httpx.Client) -> None:
    answer = client.get(PERSON, headers={"Accept": accept})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(type)
    assert answer.headers["vary"] == "Accept"


def test_the_data_hold_the_facts_and_their_quotes(client: httpx.Client) -> None:
    turtle = client.get(PERSON, params={"format": "ttl"}).content
    store = ox.Store()
    store.load(input=turtle, format=ox.RdfFormat.TURTLE)
    query = "ASK {?f <https://w3id.org/eventgraph#evidence>/<http://www.w3.org/ns/oa#exact> ?quote}"
    assert bool(store.query(query))


def test_an_entity_shows_its_facts_with_the_quote_in_context(client: httpx.Client) -> None:
    html = client.get(PERSON, headers=BROWSER).text
    assert "<h1>Eva Berg</h1>" in html and "2021-05-11" in html
    assert f"{BEFORE}<mark>Eva Berg met Jan Olsen &lt;b&gt;in&lt;/b&gt; Oslo.</mark> It rained." in html
    assert '<span class="mark">planned</span>' in html  # what is not yet so is never shown bare
    assert 'href="/id/article/a#char=44,' in html


def test_an_event_and_an_article_have_pages(client: httpx.Client) -> None:
    rows = client.get("/sparql", params={"query": "SELECT ?e {?e a eg:Meeting} ORDER BY ?e"}).json()
    event = rows["results"]["bindings"][0]["e"]["value"].removeprefix("https://w3id.org/eventgraph")
    assert "Eva Berg" in client.get(event, headers=BROWSER).text
    article = client.get("/id/article/a", headers=BROWSER).text
    assert f'{BEFORE}<a id="char=44,82"></a><mark>Eva Berg met' in article


def test_what_is_not_there_is_not_found(client: httpx.Client) -> None:
    for path in ("/id/person/nobody", "/id/", "/nothing", "/id/person/eva-berg%20"):
        assert client.get(path, headers=BROWSER).status_code == 404
        assert client.get(path, headers={"Accept": "text/turtle"}).status_code == 404


@pytest.mark.parametrize("part", ["eva", "BERG", "Eva Berg", "a b"])
def test_names_are_found_by_any_part(part: str, client: httpx.Client) -> None:
    assert f'<a href="{PERSON}">Eva Berg</a>' in client.get("/search", params={"q": part}).text


def test_no_script_comes_from_data(client: httpx.Client) -> None:
    pages = ("/", "/search?q=script", PERSON, "/id/article/a", "/query")
    for path in pages:
        answer = client.get(path, headers=BROWSER)
        assert SCRIPT not in answer.text and "javascript:" not in answer.text
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_query_page_has_the_ready_queries_and_assets_are_there(client: httpx.Client) -> None:
    html = client.get("/query").text
    assert "Who met whom, and when?" in html
    script = "/assets/query.js" if 'src="/assets/query.js"' in html else "/static/plain.js"
    assert client.get(script).status_code == 200


def test_the_network_is_the_page_of_the_build(client: httpx.Client) -> None:
    answer = client.get("/network")
    assert answer.status_code == 200 and "Eva Berg" in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_ready_query_is_filled_with_values(client: httpx.Client) -> None:
    page = client.get("/query").text
    assert '<fieldset data-of="who-met-whom" hidden disabled>' in page and 'name="person"' in page
    filled = client.get("/ready/who-met-whom", params={"person": "Eva Berg", "since": "2021-05"})
    assert filled.headers["content-type"].startswith("application/sparql-query")
    rows = client.get("/sparql", params={"query": filled.text}).json()["results"]["bindings"]
    assert [row["other"]["value"] for row in rows] == ["Jan Olsen"]


@pytest.mark.parametrize(
    ("path", "status", "why"),
    [
        ("who-met-whom?since=soon", 400, "'soon' is no date"),
        ("who-met-whom?colour=red", 400, "no parameter --colour"),
        ("shortest-chain", 400, "needs --from NAME"),
        ("none", 404, "no such query"),
        ("../pyproject", 404, ""),
    ],
)
def test_a_ready_query_that_can_not_be_filled(path: str, status: int, why: str, client: httpx.Client) -> None:
    answer = client.get(f"/ready/{path}")
    assert answer.status_code == status and why in answer.text
