"""Claims of a user's own types in the graph."""

from __future__ import annotations

import pytest

from eventgraph.export.extra_jsonl import read_extra, write_extra
from eventgraph.graph import Graph
from eventgraph.model import Claim, Entity

from .factory import ANNA, CLEO, OMAR, RURITANIA, claim, graph_of
from .test_query import QUERIES
from .test_shapes import conforms


def funded(*, modality: str = "asserted", place: Entity | None = None, **more: str) -> Claim:
    parties: dict[str, Entity | tuple[Entity, ...]] = {"who": ANNA, "whom": (OMAR, CLEO)}
    return claim("funded", {**parties, **({"place": place} if place else {})}, modality=modality, **more)


def plain(graph: Graph) -> set[tuple[object, object]]:
    rows = graph.query("SELECT ?a ?b { ?x own:funded ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }")
    return {(row["a"], row["b"]) for row in rows}


def test_the_plain_triple_joins_the_first_two_arguments() -> None:
    graph = graph_of(funded(place=RURITANIA, form="money"))
    assert plain(graph) == {("Anna Berg", "Omar Haddad"), ("Anna Berg", "Cleo Ruiz")}
    rows = graph.query("SELECT ?place ?form { ?e own:funded-form ?form ; sem:hasPlace/rdfs:label ?place }")
    assert rows == [{"place": "Ruritania", "form": "money"}]


@pytest.mark.parametrize("modality", ["planned", "negated", "possible"])
def test_what_is_not_asserted_gives_none(modality: str) -> None:
    graph = graph_of(funded(modality=modality))
    assert plain(graph) == set()
    assert len(graph.query("SELECT ?e { ?e a own:Funded }")) == 1


def test_it_conforms() -> None:
    assert conforms(graph_of(funded(place=RURITANIA, form="money"), funded(modality="negated")))


def test_plain_triples_can_be_made_again() -> None:
    graph = graph_of(funded(), funded(modality="planned", date="2021"))
    made = graph.query((QUERIES[0].parent / "direct-triples.rq").read_text("utf-8"))
    assert len(made) == 2 and {row["predicate"] for row in made} == {f"{graph.base}own/funded"}


def test_a_date_makes_two_articles_tell_one_event() -> None:
    count = "SELECT DISTINCT ?e { ?e a own:Funded }"
    both = (funded(date="2021-05-10"), claim_in("a2", funded(date="2021-05-10")))
    assert len(graph_of(*both).query(count)) == 1
    assert len(graph_of(funded(), claim_in("a2", funded())).query(count)) == 2


def claim_in(article: str, one: Claim) -> Claim:
    parties = dict(one.arguments)
    return claim(one.type, parties, article=article, **one.attributes)  # type: ignore[arg-type]


def test_networkx_has_an_edge_for_each_pair() -> None:
    edges = graph_of(funded(modality="planned")).to_networkx().edges(data=True)
    assert [(a, b, data["relation"], data["modality"]) for a, b, data in edges] == [
        ("person/anna-berg", "person/cleo-ruiz", "funded", "planned"),
        ("person/anna-berg", "person/omar-haddad", "funded", "planned"),
    ]


def test_records_come_back() -> None:
    claims = [funded(place=RURITANIA), funded(date="2021-05")]
    (first, second) = read_extra(write_extra(claims))
    assert {first.attributes.get("date"), second.attributes.get("date")} == {None, "2021-05"}
    assert [e.id for e in first.arguments["whom"]] == ["person/omar-haddad", "person/cleo-ruiz"]
