"""Entities and roles: one node each, however many claims name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from eventgraph.graph import terms
from eventgraph.graph.address import web_address
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.model import Claim, Entity
from eventgraph.schema.ontology import Class, load_ontology

TYPE, LABEL, ALTERNATIVE = expand("rdf:type"), expand("rdfs:label"), expand("skos:altLabel")
SAME = expand("owl:sameAs")


def merge_entities(claims: Iterable[Claim]) -> dict[str, Entity]:
    """Every entity by id, in that order; the commonest canonical name and type win where claims differ."""
    seen: defaultdict[str, list[Entity]] = defaultdict(list)
    for claim in claims:
        for entities in claim.arguments.values():
            for entity in entities:
                seen[entity.id].append(entity)
    return {id: _merge(same) for id, same in sorted(seen.items())}


def _merge(same: list[Entity]) -> Entity:
    distinct = set(same)
    if len(distinct) == 1:
        return same[0]
    name = commonest(Counter(e.name for e in same))
    type = min(Counter(e.type for e in same).items(), key=lambda item: (-item[1], item[0]))[0]
    names = {n for e in distinct for n in (e.name, *e.names)}
    links = {link for e in distinct for link in e.same_as}
    return Entity(same[0].id, name, type, tuple(sorted(names)), tuple(sorted(links)))


def commonest(counts: Counter[str]) -> str:
    """The commonest of several wordings; of equally common ones the first by code points."""
    return min(counts, key=lambda wording: (-counts[wording], wording))


def entity_triples(entity: Entity, mint: Mint) -> Iterator[Triple]:
    """Types, canonical name, other names and links."""
    iri = mint.entity(entity.id)
    for type in _types(entity.type):
        yield iri, TYPE, expand(type)
    yield from _names(iri, entity.name, entity.names)
    for link in map(web_address, entity.same_as):
        if link is not None:
            yield iri, SAME, link


def role_triples(claims: Iterable[Claim], mint: Mint) -> Iterator[Triple]:
    """Names of the roles: a title without capitals first, since roles are common nouns."""
    titles: defaultdict[Iri, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.type == "role":
            title = str(claim.attributes["title"])
            titles[mint.role(title)][title] += 1
    for iri, counts in titles.items():
        plain = Counter({title: n for title, n in counts.items() if title.islower()})
        yield from _names(iri, commonest(plain or counts), counts)


def _names(iri: Iri, label: str, others: Iterable[str]) -> Iterator[Triple]:
    yield iri, LABEL, terms.text(label)
    for name in others:
        if name != label:
            yield iri, ALTERNATIVE, terms.text(name)


def _types(type: str) -> tuple[str, ...]:
    ontology = load_ontology()
    own: Class = next(c for c in ontology.classes.values() if c.entity == type)
    return (*(c.iri for c in ontology.lineage(own.iri)), *own.also)
