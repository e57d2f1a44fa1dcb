"""Names, titles, ids and addresses written to do harm come out as plain text, or not at all."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from eventgraph.graph import Graph
from eventgraph.graph.address import web_address
from eventgraph.model import Article, Claim, Entity, Evidence
from eventgraph.model.slug import slug

from .factory import OMAR, TEXT

NAMES = [
    'Anna "the\nQuote" \\ Berg',
    "<img src=x onerror=alert(1)>",
    "a\x00b\x01\x7f",
    "\u202egreB annA\u200f",
    "lone \ud800 surrogate",
    "x" * 10_000,
    "'; DROP ALL #",
    "''' . <a:b> <a:b> <a:b> .",
    "ملك 🙂",
    "=cmd|'/c calc'!A1",
    "../../etc/passwd",
    "  ",
]


def hostile_graph(name: str) -> Graph:
    """The name wherever text can get in: ids, names, titles, contents, quotes, metadata."""
    someone = Entity(
        f"person/{slug(name)}", name, "person", (name, f"{name}2"), (name, f"https://e.org/{name}")
    )
    raw = Entity(f"organization/{name}", name, "organization")
    evidence = Evidence(name, 0, len(name), name, 0)
    attributes = {"title": name, "status": "current"}
    role = Claim(
        name, name, "role", {"person": (someone,), "organization": (raw,)}, attributes, evidence, {}, name, 1
    )
    said = {"cue": name, "content": name}
    parties = {"speaker": (OMAR,), "addressee": (someone,)}
    statement = Claim(f"{name}3", name, "statement", parties, said, evidence, {}, name, 0.5)
    meta = {"title": name, "publisher": name, "url": f"https://example.org/{name}", "language": name}
    return Graph((Article(id=name, text=name + TEXT, authors=(name,), **meta),), (role, statement))


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))
def test_two_readers_agree_and_the_name_is_whole(name: str) -> None:
    graph = hostile_graph(name)
    turtle = graph.to_turtle()
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == len(graph.triples())
    assert len(list(parse(turtle, RdfFormat.TURTLE))) == len(graph.triples())
    label = {"l": name.replace("\ud800", "\ufffd")}
    assert label in graph.query("SELECT ?l {?p a foaf:Person; rdfs:label ?l}")


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))
def test_no_mark_that_turns_or_hides_text_stands_bare(name: str) -> None:
    turtle = hostile_graph(name).to_turtle().decode()
    assert not [c for c in turtle if c in "\u202e\u200f\x00\x01\x7f\ufeff\u2028"]


@pytest.mark.parametrize("id", [".", "..", "a/../b", "a b", "é", "%2E", "#x", "?q"])
def test_article_ids_stay_apart_and_below_the_base(id: str) -> None:
    graph = Graph((Article(id=id, text=TEXT), Article(id="plain", text=TEXT)), ())
    iris = {str(row["a"]) for row in graph.query("SELECT ?a {?a a schema:NewsArticle}")}
    assert len(iris) == 2
    assert all(
        iri.removeprefix(graph.base + "article/").isascii() and "/" not in iri[len(graph.base) + 8 :]
        for iri in iris
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.org",
        "",
        "http://",
        "https://u:p@a.org/",
        "http://a.org:port/",
        " java\nscript:1",
        "http://[::1/",
        "ftp://a.org",
        "http://a\\b/",
    ],
)
def test_an_address_that_is_not_safe_to_follow_is_none(url: str) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://a.org/x?y=1#z", "https://a.org/x?y=1#z"),
        ('http://a.org/a b<c>"{}|^`\\', "http://a.org/a%20b%3Cc%3E%22%7B%7D%7C%5E%60%5C"),
        ("http://a.org/100%/%41#a#b", "http://a.org/100%25/%41#a%23b"),
        ("HTTPS://müller.de:8080/ü", "https://m%C3%BCller.de:8080/%C3%BC"),
    ],
)
def test_other_addresses_are_encoded(url: str, iri: str) -> None:
    assert web_address(url) == iri
