"""Where a fact comes from: what the graph says of it, and every quote that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from eventgraph.graph.namespaces import PREFIXES, shorten

RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
HIDDEN = {RDF_TYPE, LABEL, ox.NamedNode(PREFIXES["eg"] + "evidence")}


def find_fact(asked: str, base: str, prefixes: Mapping[str, str]) -> ox.NamedNode | None:
    """Return the node of an IRI, of its path below `base`, or of a CURIE; None if it is none of these."""
    prefix, colon, local = asked.partition(":")
    iri = prefixes[prefix] + local if colon and prefix in prefixes else asked
    try:
        return ox.NamedNode(iri if "://" in iri else base + iri)
    except ValueError:
        return None


def tell_fact(store: ox.Store, fact: ox.NamedNode, names: Mapping[str, str]) -> list[str]:
    """Return lines on a fact: kind, properties, and its quotes by article and place.

    There are none if no claim states it. `names` leads from namespaces to prefixes.
    """
    claims = [_iri(quad.subject) for quad in store.quads_for_pattern(None, _eg("states"), fact)]
    if not claims:
        return []
    said = [(quad.predicate, quad.object) for quad in store.quads_for_pattern(fact, None, None)]
    kinds = sorted(_short(_iri(object), names) for predicate, object in said if predicate == RDF_TYPE)
    rows = sorted((_short(p, names), _tell(store, o, names)) for p, o in said if p not in HIDDEN)
    return [
        f"{_short(fact, names)} ({', '.join(kinds)})",
        *(f"  {property} {value}" for property, value in rows),
        "said by",
        *(line for lines in sorted(_quote(store, claim) for claim in claims) for line in lines[1:]),
    ]


def _quote(store: ox.Store, claim: ox.NamedNode) -> tuple[str, ...]:
    """Return what claims are sorted by, then lines: the quote with its place, and what found it."""
    evidence = _one(store, claim, _eg("evidence"))
    article = _one(store, evidence, _oa("hasSource"))
    id = _value(store, article, ox.NamedNode(PREFIXES["schema"] + "identifier"))
    start, end = _value(store, evidence, _oa("start")), _value(store, evidence, _oa("end"))
    found = f"{_value(store, claim, _eg('extractor'))}, confidence {_value(store, claim, _eg('confidence'))}"
    return (
        f"{id} {start:>12} {end:>12}",
        f"  “{_value(store, evidence, _oa('exact'))}”",
        f"    {id}, characters {start} to {end}; found by {found}",
    )


def _tell(store: ox.Store, object: object, names: Mapping[str, str]) -> str:
    """Return a literal's text, or what a thing is called, else its short name."""
    if isinstance(object, ox.Literal):
        return object.value
    thing = _iri(object)
    return min(_values(store, thing, LABEL), default=_short(thing, names))


def _one(store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode:
    return min((_iri(q.object) for q in store.quads_for_pattern(subject, predicate, None)), key=str)


def _value(store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode) -> str:
    return min(_values(store, subject, predicate))


def _values(store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode) -> Iterator[str]:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None))
    yield from (object.value for object in found if isinstance(object, ox.Literal))


def _iri(term: object) -> ox.NamedNode:
    """Our graphs have no blank nodes."""
    assert isinstance(term, ox.NamedNode)
    return term


def _short(iri: ox.NamedNode, names: Mapping[str, str]) -> str:
    return shorten(iri.value, names) or iri.value


def _eg(name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES["eg"] + name)


def _oa(name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES["oa"] + name)
