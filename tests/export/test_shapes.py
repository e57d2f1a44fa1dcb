"""What the two shapes hold: counts as in NetworkX and RDF, labels that never pass plans off as facts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph.factory import ANNA, OMAR, communication, graph_of

from eventgraph.export.facts import group_facts
from eventgraph.export.property_graph import clean
from eventgraph.export.shapes import make_full, make_simple

from .corpus import GRAPHS, NAMES, SHAPED, rich


@pytest.mark.parametrize("name", GRAPHS)
def test_the_simple_shape_is_the_networkx_graph(name: str) -> None:
    simple, network = make_simple(GRAPHS[name]), GRAPHS[name].to_networkx()
    assert len(simple.nodes) == network.number_of_nodes()
    assert len(simple.edges) == network.number_of_edges()
    relations = sorted((d["relation"], d["fact"]) for *_, d in network.edges(data=True))
    assert sorted((e.relation, e.properties["fact"]) for e in simple.edges) == relations


@pytest.mark.parametrize("name", GRAPHS)
def test_the_full_shape_has_a_node_for_every_entity_fact_and_article(name: str) -> None:
    graph = GRAPHS[name]
    full, facts = make_full(graph), group_facts(graph).values()
    entities = {e.id for c in graph.claims_all for many in c.arguments.values() for e in many}
    assert len(full.nodes) == len(entities) + len(facts) + len(graph.articles)
    parties = {(f.iri, s, e.id) for f in facts for c in f.claims for s, m in c.arguments.items() for e in m}
    assert len(full.edges) == len(parties) + len(graph.claims_all)


@pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)
def test_ids_are_unique_ends_exist_and_no_property_is_undeclared(shaped) -> None:
    ids = {node.id for node in shaped.nodes}
    assert len(ids) == len(shaped.nodes)
    assert len({edge.id for edge in shaped.edges}) == len(shaped.edges)
    assert {end for edge in shaped.edges for end in (edge.source, edge.target)} <= ids
    assert {name for node in shaped.nodes for name in node.record()} <= {*shaped.node_columns}
    assert {name for edge in shaped.edges for name in edge.record()} <= {*shaped.edge_columns}
    assert "type" not in shaped.edge_columns


def test_names_are_labels() -> None:
    labels = {node.label for node in SHAPED["hostile-simple"].nodes}
    assert labels == {clean(name) for name in NAMES}
    assert clean("a\x00b\ud800") == "a\ufffdb\ufffd"


def test_labels_say_what_is_planned_denied_or_over() -> None:
    simple, full = SHAPED["rich-simple"], SHAPED["rich-full"]
    labels = {
        edge.properties.get("modality"): edge.label for edge in simple.edges if edge.relation == "metWith"
    }
    assert labels == {
        "asserted": "met with",
        "negated": "met with (negated)",
        "planned": "met with (planned)",
    }
    names = {node.label for node in full.nodes}
    assert {"meeting (negated)", "meeting 2024-02 (planned)", "chair (former)"} <= names
    assert {"3 killed", "conversation 2021-05-10", "public statement"} <= names


def test_a_fact_of_two_articles_is_one_edge_with_two_quotes() -> None:
    (edge,) = (
        e
        for e in SHAPED["rich-simple"].edges
        if e.relation == "spokeWith" and e.properties["date"] == "2021-05-10"
    )
    assert edge.properties["articles"] == 2 and edge.properties["witnesses"] == 1  # a2 is a copy of a1
    assert edge.properties["evidence"] == tuple(
        f"https://w3id.org/eventgraph/id/article/{id}#char=0,38" for id in ("a1", "a2")
    )
    assert edge.properties["quotes"] == ("Anna Berg called Omar Haddad on Monday",) * 2


def test_each_source_keeps_what_it_says_otherwise_than_the_fact() -> None:
    """Planned in one article and done in the next: one meeting, and the first says that it was planned."""
    claims = [
        communication("met", ANNA, OMAR, m, article=a) for m, a in (("planned", "a1"), ("asserted", "a2"))
    ]
    full = make_full(graph_of(*claims))
    assert [n.properties["modality"] for n in full.nodes if n.type == "meeting"] == ["asserted"]
    said = {e.target: e.properties.get("said") for e in full.edges if e.relation == "evidence"}
    assert said == {"article/a1": ("modality: planned",), "article/a2": None}


def test_of_two_values_the_one_said_first_counts_and_none_is_lost_for_a_missing_one() -> None:
    said = (None, "trade", "aid")
    calls = [communication("spoke", ANNA, OMAR, article=f"a{i}", topic=said[i]) for i in range(3)]
    (edge,) = make_simple(graph_of(*calls)).edges
    assert edge.properties["topic"] == "trade" and edge.properties["articles"] == 3


def test_the_order_of_claims_changes_nothing() -> None:
    graph = rich()
    turned = replace(graph, articles=graph.articles[::-1], claims_all=graph.claims_all[::-1])
    assert make_simple(turned) == make_simple(graph) and make_full(turned) == make_full(graph)
