"""Plain triples (`eg:metWith`, …) from fact nodes, as `schema/direct.yml` says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.schema.ontology import Direct, load_ontology

TYPE = expand("rdf:type")
Node = defaultdict[Iri, set[Term]]


def direct_triples(triples: Iterable[Triple]) -> set[Triple]:
    """All plain triples that follow from the facts among `triples`."""
    nodes: defaultdict[Iri, Node] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object in triples:
        nodes[subject][predicate].add(object)
    rules = load_ontology().direct
    return {triple for node in nodes.values() for rule in rules for triple in _apply(rule, node)}


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
