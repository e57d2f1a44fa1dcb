"""Plain triples (`eg:metWith`, …) from fact nodes, as `schema/direct.yml` and the graph itself say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.schema.ontology import Direct, load_ontology

TYPE = expand("rdf:type")
MODALITY, ASSERTED = expand("eg:modality"), expand("eg:asserted")
JOINS_FROM, JOINS_TO = expand("eg:joinsFrom"), expand("eg:joinsTo")
Node = defaultdict[Iri, set[Term]]


def direct_triples(triples: Iterable[Triple]) -> set[Triple]:
    """All plain triples that follow from the facts among `triples`."""
    nodes: defaultdict[Iri, Node] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object in triples:
        nodes[subject][predicate].add(object)
    rules = load_ontology().direct
    built_in = {triple for node in nodes.values() for rule in rules for triple in _apply(rule, node)}
    return built_in | set(_own(nodes))


def _own(nodes: Mapping[Iri, Node]) -> Iterator[Triple]:
    """Those of users' own types: `eg:joinsFrom` and `eg:joinsTo` say what they join."""
    relations = [
        (iri, start, end)
        for iri, node in nodes.items()
        for start, end in product(_iris(node, JOINS_FROM), _iris(node, JOINS_TO))
    ]
    asserted = [node for node in nodes.values() if ASSERTED in node.get(MODALITY, ())] if relations else []
    for node, (relation, start, end) in product(asserted, relations):
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
