"""The graph as a whole: one set of bytes, several views."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import rdflib

from eventgraph.errors import UsageError
from eventgraph.graph import Graph

from .factory import ANNA, EVERY_TYPE, MINISTRY, OMAR, article, communication, graph_of, role

MORE = (
    *EVERY_TYPE,
    communication("spoke", OMAR, ANNA, article="a2"),
    role(ANNA, "Foreign Minister", article="a2"),
)


def test_any_order_gives_the_same_bytes() -> None:
    claims, articles = list(MORE), [article("a1"), article("a2")]
    expected = Graph(tuple(articles), tuple(claims)).to_turtle()
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert Graph(tuple(reversed(articles)), tuple(claims)).to_turtle() == expected


def test_rdflib_holds_the_triples_of_the_turtle() -> None:
    graph = graph_of(*MORE)
    assert set(graph.to_rdflib()) == set(rdflib.Graph().parse(data=graph.to_turtle(), format="turtle"))
    assert len(graph.to_rdflib()) == len(graph.triples())


def test_offsets_reproduce_the_quote_by_sparql_on_rdflib() -> None:
    texts = {f"https://w3id.org/eventgraph/id/article/{a.id}": a.text for a in (article("a1"), article("a2"))}
    query = "SELECT ?a ?s ?e ?q {?n oa:hasSource ?a; oa:start ?s; oa:end ?e; oa:exact ?q}"
    rows = list(graph_of(*MORE).to_rdflib().query(query))
    assert rows
    assert all(texts[str(a)][int(s) : int(e)] == str(quote) for a, s, e, quote in rows)  # type: ignore[misc]


def test_claims_are_found_by_type_and_any_name() -> None:
    graph = graph_of(*MORE)
    assert {c.type for c in graph.claims(type="communication")} == {"communication"}
    assert len(list(graph.claims(type="communication", person="omar HADDAD"))) == 3
    assert not list(graph.claims(person="Nobody"))


def test_network_has_an_edge_for_each_fact_between_two_entities() -> None:
    network = graph_of(*MORE).to_networkx()
    assert network.nodes["person/anna-berg"]["label"] == "Anna Berg"
    edges = {(a, b, d["relation"]): d for a, b, d in network.edges(data=True)}
    assert len(edges) == network.number_of_edges() == 8
    spoke = edges["person/anna-berg", "person/omar-haddad", "spokeWith"]
    assert (spoke["date"], spoke["modality"], len(spoke["quotes"])) == ("2021-05-10", "asserted", 2)
    assert edges["person/anna-berg", MINISTRY.id, "memberOf"]["label"] == "foreign minister"


def test_a_base_of_ones_own() -> None:
    graph = Graph((article(),), EVERY_TYPE, base="https://example.org/news")
    assert b"@prefix person: <https://example.org/news/person/> ." in graph.to_turtle()
    assert b"eventgraph/id/" not in graph.to_turtle()


@pytest.mark.parametrize(
    "base", ["", "news", "javascript:alert(1)//", "https://a b/", "https://", "file:///x"]
)
def test_a_base_that_is_no_absolute_iri_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base"):
        Graph((), (), base=base)


def test_an_empty_graph_is_a_graph() -> None:
    assert Graph((), ()).to_turtle().startswith(b"@prefix")
    assert Graph((), ()).query("SELECT * {?s ?p ?o}") == []


def test_save_writes_the_four_files(tmp_path: Path) -> None:
    graph = graph_of(*MORE)
    graph.save(tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"articles.jsonl", "claims.jsonl", "graph.html", "graph.ttl", "report.html", "report.md"}
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == graph.to_turtle()
