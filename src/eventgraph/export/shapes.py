"""The two shapes of a property graph: an edge an event, or events and memberships as nodes."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator
from typing import Literal

from eventgraph.export.claims_jsonl import load_claim_types
from eventgraph.export.facts import Fact, group_facts, otherwise
from eventgraph.export.nodes import (
    ARTICLE_PROPERTIES,
    ENTITY_PROPERTIES,
    article_nodes,
    entity_nodes,
    fact_node,
    path,
)
from eventgraph.export.property_graph import Edge, PropertyGraph, Value, clean
from eventgraph.graph import Graph
from eventgraph.graph.mint import Mint
from eventgraph.schema.ontology import load_ontology

Shape = Literal["simple", "full"]
SIMPLE_EVIDENCE = ("place", "articles", "witnesses", "confidence", "evidence", "quotes")
FULL_EVIDENCE = ("iri", "claim", "quote", "start", "end", "extractor", "confidence", "said")


def make_property_graph(graph: Graph, shape: Shape) -> PropertyGraph:
    """Simple: entities, an edge for each fact between two. Full: entities, facts and articles."""
    return make_simple(graph) if shape == "simple" else make_full(graph)


def make_simple(graph: Graph) -> PropertyGraph:
    """The nodes and edges of `Graph.to_networkx`; facts that join no two entities have no edge."""
    mint, facts = Mint(graph.base), group_facts(graph)
    edges = [
        _fact_edge(
            path(mint.entity(source), mint), path(mint.entity(target), mint), data, facts[data["fact"]], mint
        )
        for source, target, data in graph.to_networkx().edges(data=True)
    ]
    types = {load_ontology().classes[rule.of].states for rule in load_ontology().direct}
    return PropertyGraph(
        tuple(sorted(entity_nodes(graph, mint))),
        tuple(sorted(edges, key=_order)),
        ENTITY_PROPERTIES,
        ("fact", "claim_type", *attribute_names(types, facts.values()), *SIMPLE_EVIDENCE),
    )


def make_full(graph: Graph) -> PropertyGraph:
    """Facts lead to the entities they speak of, and by an edge a claim to the article that says so."""
    mint, facts = Mint(graph.base), group_facts(graph).values()
    nodes = [*entity_nodes(graph, mint), *article_nodes(graph, mint), *(fact_node(f, mint) for f in facts)]
    edges = [edge for fact in facts for edge in (*_party_edges(fact, mint), *_evidence_edges(fact, mint))]
    names = (
        *ENTITY_PROPERTIES,
        *attribute_names(load_claim_types(), facts),
        "articles",
        "witnesses",
        "confidence",
    )
    return PropertyGraph(
        tuple(sorted(nodes, key=lambda node: node.id)),
        tuple(sorted(edges, key=_order)),
        tuple(dict.fromkeys((*names, *ARTICLE_PROPERTIES))),
        FULL_EVIDENCE,
    )


def attribute_names(types: Container[str | None], facts: Iterable[Fact]) -> tuple[str, ...]:
    """The attributes that claims of these types may have, by schema/claims.yml; then users' own."""
    known = [name for type, kind in load_claim_types().items() if type in types for name in kind.attributes]
    own = {name for f in facts if f.claim_type not in load_claim_types() for name in f.attributes()}
    return tuple(dict.fromkeys((*known, *sorted(own))))


def _fact_edge(source: str, target: str, data: dict[str, str], fact: Fact, mint: Mint) -> Edge:
    place = {claim.arguments["place"][0].name for claim in fact.claims if "place" in claim.arguments}
    properties: dict[str, Value] = {
        "fact": fact.iri,
        "claim_type": clean(fact.claim_type),
        **fact.attributes(),
    }
    properties |= {"place": clean(min(place))} if place else {}
    properties |= {**fact.support(), **fact.quotes(mint)}
    label, relation = fact.qualified(data["label"]), data["relation"]
    id = edge_id(source, target, relation, fact.iri)
    return Edge(id, source, target, relation, label, fact.qualifier, properties)


def _party_edges(fact: Fact, mint: Mint) -> Iterator[Edge]:
    source = path(fact.iri, mint)
    parties = {(slot, e.id) for claim in fact.claims for slot, many in claim.arguments.items() for e in many}
    for slot, entity in sorted(parties):
        target, (relation, label) = path(mint.entity(entity), mint), fact.relation(slot)
        yield Edge(edge_id(source, target, relation), source, target, relation, label, "", {})


def _evidence_edges(fact: Fact, mint: Mint) -> Iterator[Edge]:
    source = path(fact.iri, mint)
    for claim in fact.claims:
        target, place = path(mint.article(claim.article), mint), claim.evidence
        properties: dict[str, Value] = {
            "iri": mint.evidence(place),
            "claim": clean(claim.id),
            "quote": clean(place.quote),
            "start": place.start,
            "end": place.end,
            "extractor": clean(claim.extractor),
            "confidence": round(claim.confidence, 4),
            **otherwise(claim),
        }
        id = edge_id(source, target, "evidence", claim.id)
        yield Edge(id, source, target, "evidence", "evidence", "", properties)


def edge_id(source: str, target: str, relation: str, *more: str) -> str:
    """A short id that depends on what the edge says alone: 64 bits of a hash after the relation."""
    key = "\n".join((source, target, relation, *more)).encode("utf-8", "surrogatepass")
    return f"{relation}-{hashlib.sha256(key).hexdigest()[:16]}"


def _order(edge: Edge) -> tuple[str, str, str, str]:
    return edge.source, edge.target, edge.relation, edge.id
