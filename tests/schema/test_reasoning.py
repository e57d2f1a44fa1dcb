"""What a reasoner (OWL 2 RL) makes of the ontology, together with a graph that uses all of it."""

from __future__ import annotations

from pathlib import Path

import rdflib
from owlrl import OWLRL_Semantics

from eventgraph.graph.namespaces import DEFAULT_BASE, PREFIXES
from eventgraph.graph.turtle import write_turtle
from eventgraph.schema.example import example_triples

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "eventgraph.ttl"
NAMES = {**PREFIXES, "id": DEFAULT_BASE}


def closed(more: str = "") -> tuple[rdflib.Graph, list[str]]:
    """The ontology and the example with all that follows, and what contradicts itself."""
    graph = rdflib.Graph().parse(ONTOLOGY).parse(data=write_turtle(example_triples()), format="turtle")
    for one in list(graph.triples((None, rdflib.SKOS.example, None))):
        graph.remove(one)
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in NAMES.items())
    graph.parse(data=prefixes + more, format="turtle")
    reasoner = OWLRL_Semantics(graph, axioms=False, daxioms=False)
    reasoner.closure()
    return graph, [str(message) for message in reasoner.error_messages]


def test_it_is_consistent_and_the_ways_back_follow() -> None:
    graph, errors = closed()
    assert errors == []
    follows = """ASK {
        <id:person/anna-berg> eg:takesPartIn/eg:statedBy ?claim ; org:hasMembership ?membership .
        <id:person/cleo-ruiz> eg:metWith <id:person/anna-berg> . <id:organization/harbour-union> a sem:Actor .
        ?evidence eg:evidenceOf ?claim . ?event a sem:Event ; sem:hasActor <id:person/anna-berg> }"""
    assert graph.query(follows.replace("<id:", f"<{DEFAULT_BASE}"), initNs=NAMES).askAnswer


def test_a_person_that_is_an_organization_contradicts_it() -> None:
    _, errors = closed("<a:x> a foaf:Person, org:Organization .")
    assert any("a:x" in message for message in errors)
