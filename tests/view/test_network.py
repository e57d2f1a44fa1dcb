"""Who is drawn, what joins them, and that only facts look like facts."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from eventgraph.graph import Graph
from eventgraph.model import Entity
from eventgraph.view.drawing import load_drawing
from eventgraph.view.edges import make_edges
from eventgraph.view.network import make_network
from eventgraph.view.nodes import CORE, wrap

from .factory import crowd, make_article, make_claim, make_graph, person

DRAWING = load_drawing()


def edges_of(graph: Graph) -> list[dict[str, Any]]:
    return make_edges(graph.merged, DRAWING, graph.witnesses)


def between(graph: Graph, one: str, other: str) -> dict[str, dict[str, Any]]:
    pair = {f"person/{one}", f"person/{other}"}
    return {edge["label"]: edge for edge in edges_of(graph) if {edge["from"], edge["to"]} == pair}


def test_one_edge_a_pair_and_relation_with_all_its_evidence(graph: Graph) -> None:
    edges = between(graph, "blinken", "ashkenazi")
    assert sorted(edges) == ["met", "said to", "spoke with"]
    quotes = [graph.merged[place].evidence.quote for place in edges["spoke with"]["facts"]]
    assert len(quotes) == 2 and all("Ashkenazi" in quote for quote in quotes)


def test_one_event_of_twelve_articles_is_one_edge_and_copies_are_one_witness() -> None:
    """Half of the articles know the day, half only the month; ten are copies of one text."""
    articles = [make_article(f"a{number:02}", "Ann met Bob.") for number in range(12)]
    parties = {"kind": "met", "from": [person("Ann")], "to": [person("Bob")], "modality": "asserted"}
    claims = [
        make_claim(
            article, "communication", "Ann met Bob", date="2021-05-11"[: 10 if place % 2 else 7], **parties
        )
        for place, article in enumerate(articles)
    ]
    copies = {article.id: "a00" for article in articles[:10]}
    (edge,) = edges_of(replace(make_graph(articles, claims), witnesses=copies))
    assert len(edge["facts"]) == 12 and edge["width"] == round(1.5 + math.log2(3), 2)


def test_edges_of_one_pair_do_not_lie_on_each_other(graph: Graph) -> None:
    edges = between(graph, "blinken", "ashkenazi").values()
    bends = [edge["bend"] for edge in edges if edge["bend"]]
    # An edge from the other end that bends to the left lies where one from this end bends to the right.
    sides = {(edge["from"] < edge["to"]) == (edge["bend"] > 0) for edge in edges if edge["bend"]}
    assert len(bends) == 2 and sides == {True, False}


def test_what_goes_both_ways_has_no_arrow(graph: Graph) -> None:
    arrows = {edge["relation"]: edge["arrow"] for edge in edges_of(graph)}
    assert arrows == {
        "met": False,
        "spoke": False,
        "wrote": True,
        "said": True,
        "visited": True,
        "attacked": True,
        "role": True,
    }


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("amr", "gantz", "met (planned)"),
        ("blinken", "haniyeh", "wrote to (did not happen)"),
        ("netanyahu", "sisi", "met (only possible)"),
    ],
)
def test_what_is_no_fact_is_dashed_in_a_colour_of_its_own_and_says_why(
    graph: Graph, one: str, other: str, label: str
) -> None:
    edge = between(graph, one, other)[label]
    assert edge["dashes"] and edge["colour"] not in {one.colour for one in DRAWING.relations.values()}


def test_planned_denied_and_possible_are_told_apart_without_colours() -> None:
    drawn = {name: DRAWING.mark(name).dashes for name in ("planned", "negated", "possible")}
    assert len(set(drawn.values())) == 3


def test_former_roles_are_marked_and_kept_apart_from_current_ones(graph: Graph) -> None:
    labels = {edge["label"]: edge for edge in edges_of(graph) if edge["from"] == "person/gantz"}
    assert labels["army chief (former)"]["dashes"] and not labels["defense minister"]["dashes"]


def test_facts_are_drawn_in_full(graph: Graph) -> None:
    assert all(bool(edge["dashes"]) == bool(edge["mark"]) for edge in edges_of(graph))


def test_an_attack_without_a_target_is_drawn_to_its_place(graph: Graph) -> None:
    ends = {(edge["from"], edge["to"]) for edge in edges_of(graph) if edge["relation"] == "attacked"}
    assert ends == {("organization/hamas", "country/israel"), ("country/israel", "place/gaza")}


def test_a_relation_of_somebody_elses_extractor_is_drawn_under_its_own_name() -> None:
    article = make_article("a", "Ann sold Bob a boat.")
    claim = make_claim(article, "statement", "Ann sold Bob", speaker=person("Ann"), addressee=person("Bob"))
    sale = type(claim)("1", "a", "sale", claim.arguments, {}, claim.evidence, {}, "theirs/sale", 0.9)
    assert [(edge["from"], edge["label"], edge["to"]) for edge in make_edges([sale], DRAWING, {})] == [
        ("person/ann", "sale", "person/bob")
    ]


def test_nobody_has_an_edge_to_themselves() -> None:
    article = make_article("a", "Ann met herself.")
    both: list[Entity] = [person("Ann")]
    values = {"kind": "met", "from": both, "to": both}
    assert make_edges([make_claim(article, "communication", "Ann met herself", **values)], DRAWING, {}) == []


def test_the_core_is_the_most_connected_and_stands_first(graph: Graph) -> None:
    assert make_network(graph.claims_all, DRAWING).nodes[0]["name"] == "Antony Blinken"
    network = make_network(crowd(200).claims_all, DRAWING)
    core = [node["id"] for node in network.nodes if node["core"]]
    assert CORE <= len(core) < 1.5 * CORE and core == [node["id"] for node in network.nodes[: len(core)]]


def test_nobody_in_the_core_stands_alone() -> None:
    network = make_network(crowd(200).claims_all, DRAWING)
    core = {node["id"] for node in network.nodes if node["core"]}
    inner = [edge for edge in network.edges if {edge["from"], edge["to"]} <= core]
    assert core == {edge["from"] for edge in inner} | {edge["to"] for edge in inner}


def test_names_without_any_edge_are_a_core_of_their_own() -> None:
    article = make_article("a", "Ann spoke.")
    claim = make_claim(article, "statement", "Ann spoke", speaker=person("Ann"), cue="spoke")
    assert [node["core"] for node in make_network([claim], DRAWING).nodes] == [True]


def test_long_names_are_cut_in_the_picture_only() -> None:
    assert wrap("Abdel Fattah el-Sisi") == ["Abdel Fattah", "el-Sisi"]
    assert max(map(len, wrap("a very long name " * 30))) <= 18 and len(wrap("x" * 1000)) <= 3
