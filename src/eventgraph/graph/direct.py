"""Plain triples (`eg:metWith`, …) from fact nodes, as `schema/direct.yml` and the graph itself say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, product

from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.schema.ontology import Direct, load_ontology

TYPE = expand("rdf:type")
MODALITY, ASSERTED = expand("eg:modality"), expand("eg:asserted")
JOINS = JOINS_FROM, JOINS_TO = expand("eg:joinsFrom"), expand("eg:joinsTo")
Node = defaultdict[Iri, set[Term]]


def direct_triples(triples: Iterable[Triple]) -> set[Triple]:
    """All plain triples that follow from the facts among `triples`."""
    by_subject = sorted(triples, key=lambda triple: triple[0])
    return set(stream_direct(by_subject, (t for t in by_subject if t[1] in JOINS)))


def stream_direct(triples: Iterable[Triple], joins: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the plain triples that follow from facts, some twice.

    The triples come subject by subject; `joins` are those of them that say what users' own types join.
    """
    rules, relations = load_ontology().direct, _relations(joins)
    for _, about in groupby(triples, key=lambda triple: triple[0]):
        node: Node = defaultdict(set)
        for _, predicate, object in about:
            node[predicate].add(object)
        for rule in rules:
            yield from _apply(rule, node)
        if ASSERTED in node.get(MODALITY, ()):
            yield from _own(node, relations)


def _relations(joins: Iterable[Triple]) -> list[tuple[Iri, Iri, Iri]]:
    """Users' own plain properties, each with what leads to its two ends."""
    nodes: defaultdict[Iri, Node] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object in joins:
        nodes[subject][predicate].add(object)
    return [
        (iri, start, end)
        for iri, node in nodes.items()
        for start, end in product(_iris(node, JOINS_FROM), _iris(node, JOINS_TO))
    ]


def _own(node: Node, relations: Iterable[tuple[Iri, Iri, Iri]]) -> Iterator[Triple]:
    """Those of users' own types: `eg:joinsFrom` and `eg:joinsTo` say what they join."""
    for relation, start, end in relations:
        for one, other in product(_iris(node, start), _iris(node, end)):
            if one != other:
                yield one, relation, other


def _iris(node: Node, property: Iri) -> list[Iri]:
    return [term for term in node.get(property, ()) if isinstance(term, Iri)]


def _apply(rule: Direct, node: Node) -> Iterator[Triple]:
    if not _fulfils(rule, node):
        return
    property = expand(rule.property)
    for start in node.get(expand(rule.start), ()):
        for end in node.get(expand(rule.to), ()):
            if isinstance(start, Iri) and isinstance(end, Iri) and start != end:
                yield start, property, end
                if rule.symmetric:
                    yield end, property, start


def _fulfils(rule: Direct, node: Node) -> bool:
    wanted = rule.where | {"rdf:type": (rule.of,)}
    return all(node.get(expand(p), set()) & {expand(v) for v in values} for p, values in wanted.items())
