"""A claim to the fact it states: a node whose IRI depends on what makes facts the same, with its triples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventgraph.errors import UsageError
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.own import is_own, own_iri, own_triples
from eventgraph.graph.role import make_role
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.graph.values import to_term
from eventgraph.model import Claim
from eventgraph.model.slug import slug
from eventgraph.schema.ontology import Class, load_ontology

TYPE = expand("rdf:type")
UNDATED = "undated"


class Fact(NamedTuple):
    """What a claim states; equal facts of different claims have the same IRI."""

    iri: Iri
    triples: tuple[Triple, ...]


@cache
def forms_of(claim_type: str) -> tuple[Class, ...]:
    """The classes whose instances this type of claim states."""
    return tuple(c for c in load_ontology().classes.values() if c.states == claim_type)


def form_of(claim: Claim) -> Class:
    """The class of the fact. Raises UsageError if the ontology has none for such a claim."""
    for form in forms_of(claim.type):
        if all(claim.attributes.get(name) == value for name, value in form.when.items()):
            return form
    kind = claim.attributes.get("kind")
    raise UsageError(f"claim {claim.id}: the ontology has no class for type {claim.type!r}, kind {kind!r}")


@cache
def slots_of(curie: str) -> dict[str, str]:
    """Argument and attribute names to properties, with what the class's ancestors say."""
    lineage = load_ontology().lineage(curie)
    return {slot: curie for c in reversed(lineage) for slot, curie in c.slots.items()}


@cache
def types_of(curie: str) -> tuple[Iri, ...]:
    """The class and its ancestors of our own, so that `?e a eg:Communication` needs no reasoner."""
    return tuple(expand(c.iri) for c in load_ontology().lineage(curie))


@cache
def properties_of(curie: str) -> tuple[Iri, ...]:
    """The property and its parents of our own."""
    known = load_ontology().properties
    return (expand(curie), *(expand(p) for p in known[curie].parents if p in known))


def make_fact(claim: Claim, mint: Mint) -> Fact:
    """The fact that a claim with resolved entities states."""
    if is_own(claim):
        return Fact(own_iri(claim, mint), tuple(own_triples(claim, mint)))
    form = form_of(claim)
    iri = fact_iri(form, claim, mint)
    triples: list[Triple] = [(iri, TYPE, type) for type in types_of(form.iri)]
    triples += [(iri, p, o) for curie, o in _values(form, claim, mint) for p in properties_of(curie)]
    extra = make_role(iri, claim, mint) if claim.type == "role" else []
    return Fact(iri, (*triples, *extra))


def _values(form: Class, claim: Claim, mint: Mint) -> Iterator[tuple[str, Term]]:
    for slot, curie in slots_of(form.iri).items():
        for entity in claim.arguments.get(slot, ()):
            yield curie, mint.entity(entity.id)
        value = claim.attributes.get(slot)
        if value is not None:
            yield curie, to_term(curie, value)


def fact_iri(form: Class, claim: Claim, mint: Mint) -> Iri:
    """`event/meeting-2021-05-11-HASH`; facts without a date belong to their article alone."""
    path = next(c.path for c in load_ontology().lineage(form.iri) if c.path)
    date = claim.attributes.get("date")
    key = [form.iri, *(_key(part, claim) for part in form.identity)]
    if "date" in form.identity and date is None:
        key.append(claim.article)
    return mint.node(path, _readable(form, claim), key)


def _key(part: str | tuple[str, ...], claim: Claim) -> object:
    names = (part,) if isinstance(part, str) else part
    entities = sorted({e.id for name in names for e in claim.arguments.get(name, ())})
    value = claim.attributes.get(part) if isinstance(part, str) else None
    return entities or (slug(value) if isinstance(value, str) else value)


def _readable(form: Class, claim: Claim) -> str:
    if claim.type == "role":
        holders = [e.id.rpartition("/")[2] for e in claim.arguments.get("person", ())]
        return "-".join([*holders, slug(str(claim.attributes.get("title")))])
    kind = slug(form.label)
    return f"{kind}-{claim.attributes.get('date') or UNDATED}" if "date" in form.identity else kind
