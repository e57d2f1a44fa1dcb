"""The picture of a query's answer: a page like any other, whose rows stand where quotes of articles stand."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hostile import NAMES

from eventgraph.cli.picture import picture_html, picture_svg
from eventgraph.errors import UsageError
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import DEFAULT_BASE, prefixes_below
from eventgraph.view.answer import answer_graph, make_thing

from .factory import make_article, make_claim, make_graph, person
from .test_page import data_of

SHORT = {namespace: prefix for prefix, namespace in prefixes_below(DEFAULT_BASE).items()}
SVG = "{http://www.w3.org/2000/svg}"
MET = "SELECT ?a ?b { ?a eg:metWith ?b }"
NAMED = "SELECT ?one ?other { ?a eg:metWith ?b . ?a rdfs:label ?one . ?b rdfs:label ?other }"
BUILT = "CONSTRUCT { ?a eg:metWith ?b } WHERE { ?a eg:metWith ?b }"
EVENTS = "SELECT ?event ?a ?b ?date ?modality { ?event eg:participant ?a, ?b ; eg:modality ?modality " + (
    "OPTIONAL { ?event eg:date ?date } FILTER (STR(?a) < STR(?b)) }"
)


def page(graph: Graph, sparql: str) -> str:
    return picture_html(graph.query(sparql), sparql, graph.query, SHORT)


def ties(graph: Graph, sparql: str) -> set[tuple[str, str, str]]:
    data = data_of(page(graph, sparql))
    names = {node["id"]: node["name"] for node in data["nodes"]}
    return {(names[edge["from"]], edge["label"], names[edge["to"]]) for edge in data["edges"]}


def pairs(graph: Graph) -> set[tuple[str, str]]:
    return {(str(row["one"]), str(row["other"])) for row in graph.query(NAMED)}


def test_iris_names_and_triples_are_joined_alike(graph: Graph) -> None:
    met = pairs(graph)
    assert len(met) > 2
    assert {(one, other) for one, _, other in ties(graph, MET)} == met
    assert {(one, other) for one, _, other in ties(graph, NAMED)} == met
    assert ties(graph, BUILT) == {(one, "eg:metWith", other) for one, other in met}


def test_the_first_of_a_row_is_joined_with_each_of_the_others(graph: Graph) -> None:
    data = data_of(page(graph, EVENTS))
    assert {edge["label"].partition(" (")[0] for edge in data["edges"]} == {"– a –", "– b –"}
    assert {node["type"] for node in data["nodes"]} >= {"event", "person"}
    assert {edge["mark"] for edge in data["edges"]} >= {"", "planned"}  # dashed, as what it is
    assert any(fact["date"] for fact in data["rest"]["facts"])


def test_every_row_stands_in_the_answer_at_its_place(graph: Graph) -> None:
    rows = graph.query(MET)
    things = {
        iri: make_thing(iri, None, SHORT) for row in rows for iri in row.values() if isinstance(iri, str)
    }
    answer = answer_graph(rows, MET, things, SHORT)
    (article,) = answer.articles
    for claim in answer.claims_all:
        assert article.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert len(article.text.splitlines()) == len(rows)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?date { ?event eg:date ?date }",
        "SELECT ?a ?title { ?a foaf:name ?title }",
        "SELECT ?a { ?a eg:metWith ?b }",
        "ASK { ?a eg:metWith ?b }",
        "SELECT ?a ?b { ?a eg:metWith ?b FILTER (?a = ?b) }",
    ],
)
def test_what_joins_nothing_is_refused(graph: Graph, sparql: str) -> None:
    with pytest.raises(UsageError, match="no row of the answer names two things to join"):
        page(graph, sparql)


def test_the_page_is_titled_with_the_question_and_has_the_same_bytes(graph: Graph) -> None:
    first = page(graph, MET)
    assert first == page(graph, MET)
    assert f"<h1>{MET.replace('{', '{')}</h1>" in first and "Who met, called" not in first
    rows = len(graph.query(MET))
    assert f"<p>{rows} rows</p>" in first


def test_the_svg_shows_every_name_and_tie(graph: Graph) -> None:
    picture = ElementTree.fromstring(picture_svg(graph.query(BUILT), BUILT, graph.query, SHORT))
    titles = {title.text for title in picture.iter(f"{SVG}title")}
    assert titles == {name for pair in pairs(graph) for name in pair}
    lines = [line for line in picture.iter(f"{SVG}path") if line.get("marker-end")]
    assert len(lines) == len(pairs(graph))


@pytest.mark.parametrize("name", NAMES)
def test_names_are_text_and_nothing_else(name: str) -> None:
    villain = type(person("Villain"))("person/villain", name, "person", (name,))
    article = make_article("a", f"{name} met Jane Doe.")
    values = {"kind": "met", "modality": "asserted", "from": villain, "to": person("Jane Doe")}
    met = make_claim(article, "communication", article.text, **values)
    graph = make_graph([article], [met])
    picture = ElementTree.fromstring(picture_svg(graph.query(MET), MET, graph.query, SHORT))
    allowed = {"svg", "rect", "defs", "marker", "path", "g", "title", "circle", "polygon", "text"}
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= allowed
    assert data_of(page(graph, MET))["nodes"]
