"""The shapes: those written by hand, and one for each kind of plain triple, from `direct.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import product

from eventgraph.graph.namespaces import PREFIXES
from eventgraph.schema.ontology import Direct, Ontology

OWN = '''
eg:OwnPropertyShape a sh:NodeShape ;
    rdfs:comment "A plain triple of a user's own follows from an asserted event." ;
    sh:targetSubjectsOf eg:joinsFrom ;
    sh:sparql [ sh:prefixes <{ontology}> ; sh:select """
        SELECT $this ?value WHERE {{
          $this eg:joinsFrom ?from ; eg:joinsTo ?to . ?value $this ?end .
          FILTER NOT EXISTS {{
            ?fact ?from ?value FILTER EXISTS {{ ?fact ?to ?end ; eg:modality eg:asserted }} }} }}""" ] .
'''
SHAPE = '''
eg:{name}Shape a sh:NodeShape ;
    rdfs:comment "{property} follows from a fact of the class {of}{that}." ;
    sh:targetSubjectsOf {property} ;
    sh:sparql [ sh:prefixes <{ontology}> ; sh:select """
        SELECT $this ?value WHERE {{
          $this {property} ?value .{filters} }}""" ] .
'''


def shapes_turtle(ontology: Ontology) -> bytes:
    """`ontology/shapes.ttl`."""
    text = files("eventgraph.schema").joinpath("shapes.ttl").read_text("utf-8")
    iri = ontology.header.iri
    made = [_declared(iri), *(_shape(rule, iri) for rule in ontology.direct), OWN.format(ontology=iri)]
    return f"{text}\n# From src/eventgraph/schema/direct.yml.\n{''.join(made)}".encode()


def _declared(iri: str) -> str:
    """The prefixes that queries inside of shapes use."""
    pairs = (f'[ sh:prefix "{p}" ; sh:namespace "{n}"^^xsd:anyURI ]' for p, n in PREFIXES.items())
    return f"<{iri}> sh:declare\n    " + ",\n    ".join(pairs) + " .\n"


def _shape(rule: Direct, iri: str) -> str:
    local = rule.property.partition(":")[2]
    that = " and ".join(f"{p} {' or '.join(values)}" for p, values in rule.where.items())
    return SHAPE.format(
        name=local[0].upper() + local[1:],
        property=rule.property,
        of=rule.of,
        that=that and f" with {that}",
        ontology=iri,
        filters="".join(_filters(rule)),
    )


def _filters(rule: Direct) -> Iterator[str]:
    """One for each way in which a fact can lead to the triple."""
    ends = [("$this", "?value"), ("?value", "$this")][: 2 if rule.symmetric else 1]
    for (one, other), *values in product(ends, *([(p, v) for v in vs] for p, vs in rule.where.items())):
        yield "\n          " + _none([(rule.start, one), (rule.to, other), ("a", rule.of), *values])


def _none(pairs: Sequence[tuple[str, str]]) -> str:
    """That no fact has all these values.

    Each in an EXISTS of its own: engines that begin where they please begin with all facts of the class,
    which took 200 times as long.
    """
    property, value = pairs[0]
    inner = "".join(f" FILTER EXISTS {{ ?fact {p} {v}" for p, v in pairs[1:]) + " }" * len(pairs)
    return f"FILTER NOT EXISTS {{ ?fact {property} {value}{inner}"
