"""One file, sealed: nothing to fetch, nothing in it that runs but our script, the same bytes each time."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hostile import NAMES

from eventgraph.graph import Graph
from eventgraph.view import make_page
from eventgraph.view.page import digest

from .factory import make_article, make_claim, make_graph, person


class Tags(HTMLParser):
    """The tags of a page, in order, with their attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", {}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def texts(self, tag: str) -> list[str]:
        return ["".join(text) for name, _, text in self.found if name == tag]


def data_of(page: str) -> dict[str, Any]:
    block = next("".join(text) for _, attributes, text in Tags(page).found if attributes.get("id") == "data")
    return dict(json.loads(block))


def hostile_graph(name: str) -> Graph:
    villain, other = person("Villain"), person("Jane Doe")
    villain = type(villain)("person/villain", name, "person", (name, f"{name} again"))
    quote = f"{name} met Jane Doe"
    article = make_article(
        name, f"{name}\n{quote} {name}", title=name, publisher=name, url=f"http://x/{name}"
    )
    values = {"kind": "met", "from": [villain], "to": [other], "topic": name}
    role = make_claim(article, "role", quote, person=villain, title=name, status="current", country=other)
    return make_graph([article], [make_claim(article, "communication", quote, **values), role])


def test_it_refers_to_nothing_outside_itself(graph: Graph) -> None:
    tags = Tags(make_page(graph)).found
    references = [
        value
        for _, attributes, _ in tags
        for name, value in attributes.items()
        if name in ("src", "href", "action", "data")
    ]
    assert references == ["data:,"]
    styles = [text for tag, _, texts in tags for text in texts if tag == "style"]
    assert not re.search(r"url\(|@import", "".join(styles))


def test_no_bootstrap_no_cdn_no_source_map(graph: Graph) -> None:
    page = make_page(graph)
    assert not re.search(r"cdnjs|jsdelivr|bootstrap|sourceMappingURL", page)


def test_the_policy_forbids_the_network_and_admits_only_our_scripts(graph: Graph) -> None:
    page = Tags(make_page(graph))
    policy = next(
        a["content"] or "" for _, a, _ in page.found if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    runs = ["".join(text) for tag, a, text in page.found if tag == "script" and "type" not in a]
    assert rules["default-src"] == "'none'" and "unsafe" not in policy
    assert rules["script-src"].split() == [f"'{digest(text)}'" for text in runs]
    assert rules["style-src"] == f"'{digest(page.texts('style')[0])}'"


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))
def test_a_hostile_name_stays_text(name: str, graph: Graph) -> None:
    page = make_page(hostile_graph(name))
    plain = [tag for tag, *_ in Tags(make_page(graph)).found]
    assert [tag for tag, *_ in Tags(page).found] == plain
    assert name in [node["name"] for node in data_of(page)["nodes"]]
    page.encode("utf-8")


def test_only_http_links_are_links(graph: Graph) -> None:
    urls = {article["id"]: article["url"] for article in data_of(make_page(graph))["rest"]["articles"]}
    assert urls["calls-0511"] == "https://news.example/world/calls-0511"
    assert urls["calls-0517"] is None  # javascript:


def test_copies_of_one_text_have_one_witness(graph: Graph) -> None:
    """Whether or not the article that they copy is here."""
    copies = {"calls-0511": "elsewhere", "calls-0517": "elsewhere"}
    rest = data_of(make_page(replace(graph, witnesses=copies)))["rest"]
    witnesses = {article["id"]: rest["articles"][article["witness"]]["id"] for article in rest["articles"]}
    assert {id for id, witness in witnesses.items() if id != witness} == {"calls-0517"}
    assert witnesses["calls-0517"] == "calls-0511"


def test_the_same_facts_in_any_order_give_the_same_bytes(graph: Graph) -> None:
    page = make_page(graph)
    for seed in range(3):
        articles, claims = list(graph.articles), list(graph.claims_all)
        random.Random(seed).shuffle(articles)
        random.Random(seed).shuffle(claims)
        random.seed(seed)
        assert make_page(replace(graph, articles=tuple(articles), claims_all=tuple(claims))) == page


def test_an_empty_graph_has_a_page_too() -> None:
    assert data_of(make_page(make_graph([], [])))["nodes"] == []
