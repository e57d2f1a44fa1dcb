"""Claims of types that a user's extractors declare: events in the namespace `own:` below the base.

A claim of type `sanctioned` with arguments `who` and `whom` states an `own:Sanctioned`, an eg:Event, with
`own:sanctioned-who` and `own:sanctioned-whom`. The plain `own:sanctioned` joins the first two arguments of
asserted ones; `eg:joinsFrom` and `eg:joinsTo` say so in the graph, for `direct.py` to follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from eventgraph.graph import terms
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.graph.values import to_term
from eventgraph.model import Claim, Value
from eventgraph.model.claim import takes_places
from eventgraph.model.slug import slug
from eventgraph.schema.ontology import load_ontology

TYPE, LABEL = expand("rdf:type"), expand("rdfs:label")
SHARED = {"date": "eg:date", "modality": "eg:modality"}


def is_own(claim: Claim) -> bool:
    """Does the ontology know no such claims?"""
    return is_own_type(claim.type)


@cache
def is_own_type(name: str) -> bool:
    """Does the ontology know no claims of this type?"""
    return all(one.states != name for one in load_ontology().classes.values())


def own_iri(claim: Claim, mint: Mint) -> Iri:
    """`event/sanctioned-2021-05-11-HASH`, from all the claim says; without a date its article counts, too."""
    date = claim.attributes.get("date")
    parties = [[name, sorted({e.id for e in found})] for name, found in sorted(claim.arguments.items())]
    values = [[name, value] for name, value in sorted(claim.attributes.items())]
    key = ["own", claim.type, parties, values, None if date else claim.article]
    return mint.node("event", f"{slug(claim.type)}-{date or 'undated'}", key)


def own_triples(claim: Claim, mint: Mint) -> Iterator[Triple]:
    """The event, its parties and values, and the terms for them.

    Raises UsageError for a date or modality that is none.
    """
    iri = own_iri(claim, mint)
    yield iri, TYPE, expand("eg:Event")
    yield iri, TYPE, _class(claim.type, mint)
    for name, found in claim.arguments.items():
        for entity, property in product(found, (_property(claim.type, name, mint), _parent(name))):
            yield iri, property, mint.entity(entity.id)
    for name, value in claim.attributes.items():
        if value is not None:
            yield iri, *_value(claim.type, name, value, mint)
    yield from _terms(claim, mint)


def own_pairs(claim: Claim) -> Iterator[tuple[str, str]]:
    """The ids of the two ends of every edge: from each entity of the first argument to each of the second."""
    first, second = (*claim.arguments.values(), (), ())[:2]
    return ((start.id, end.id) for start, end in product(first, second) if start.id != end.id)


def _terms(claim: Claim, mint: Mint) -> Iterator[Triple]:
    """What the class and the properties are called, where they belong, and what the plain triples join."""
    of, relation = _class(claim.type, mint), mint.path("own", claim.type)
    yield from _names(of, "owl:Class", claim.type)
    yield of, expand("rdfs:subClassOf"), expand("eg:Event")
    for name in (*claim.arguments, *(claim.attributes.keys() - SHARED.keys())):
        property, kind = (
            _property(claim.type, name, mint),
            "Object" if name in claim.arguments else "Datatype",
        )
        yield from _names(property, f"owl:{kind}Property", name)
        yield property, expand("rdfs:domain"), of
    for name in claim.arguments:
        yield _property(claim.type, name, mint), expand("rdfs:subPropertyOf"), _parent(name)
    if len(claim.arguments) > 1:
        yield from _names(relation, "owl:ObjectProperty", claim.type)
        for end, name in zip(("eg:joinsFrom", "eg:joinsTo"), claim.arguments, strict=False):
            yield relation, expand(end), _property(claim.type, name, mint)


def _names(iri: Iri, of: str, name: str) -> Iterator[Triple]:
    yield iri, TYPE, expand(of)
    yield iri, LABEL, terms.english(name.replace("_", " "))


def _class(type: str, mint: Mint) -> Iri:
    return mint.path("own", type.capitalize())


def _property(type: str, name: str, mint: Mint) -> Iri:
    """No type or argument has a hyphen in its name, so that no two meet in one property."""
    return mint.path("own", f"{type}-{name}")


def _parent(name: str) -> Iri:
    return expand("sem:hasPlace") if takes_places(name) else expand("eg:participant")


def _value(type: str, name: str, value: Value, mint: Mint) -> tuple[Iri, Term]:
    if name in SHARED:
        return expand(SHARED[name]), to_term(SHARED[name], value)
    plain = terms.integer(value) if isinstance(value, int) else terms.text(str(value))
    return _property(type, name, mint), plain
