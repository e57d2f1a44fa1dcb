"""Entities and roles: one node each, however many claims name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from eventgraph.graph import terms
from eventgraph.graph.address import web_address
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.model import Claim, Entity
from eventgraph.schema.ontology import Class, load_ontology

TYPE, LABEL, ALTERNATIVE = expand("rdf:type"), expand("rdfs:label"), expand("skos:altLabel")
SAME = expand("owl:sameAs")


class Names:
    """How the claims that were noted call entities and roles."""

    def __init__(self) -> None:
        self._entities: Counter[Entity] = Counter()
        self._titles: Counter[str] = Counter()

    def note(self, claim: Claim) -> None:
        """Count the names in a claim."""
        for entities in claim.arguments.values():
            self._entities.update(entities)
        if claim.type == "role":
            self._titles[str(claim.attributes["title"])] += 1

    def entities(self) -> dict[str, Entity]:
        """Every entity by id, in that order; where claims differ the commonest name and type win."""
        ordered = sorted(self._entities, key=lambda entity: entity.id)
        return {
            id: _merge(id, Counter({entity: self._entities[entity] for entity in same}))
            for id, same in groupby(ordered, key=lambda entity: entity.id)
        }

    def triples(self, mint: Mint) -> Iterator[Triple]:
        """Entities, and the names of roles: a title without capitals first, since roles are common nouns."""
        for entity in self.entities().values():
            yield from entity_triples(entity, mint)
        titles: defaultdict[Iri, Counter[str]] = defaultdict(Counter)
        for title, count in self._titles.items():
            titles[mint.role(title)][title] += count
        for iri, counts in titles.items():
            plain = Counter({title: n for title, n in counts.items() if title.islower()})
            yield from _names(iri, commonest(plain or counts), counts)


def names_in(claims: Iterable[Claim]) -> Names:
    """The names in claims."""
    names = Names()
    for claim in claims:
        names.note(claim)
    return names


def merge_entities(claims: Iterable[Claim]) -> dict[str, Entity]:
    """Every entity of the claims by id, in that order."""
    return names_in(claims).entities()


def _merge(id: str, same: Counter[Entity]) -> Entity:
    if len(same) == 1:
        return next(iter(same))
    called, kinds = Counter[str](), Counter[str]()
    for entity, count in same.items():
        called[entity.name] += count
        kinds[entity.type] += count
    names = {name for entity in same for name in (entity.name, *entity.names)}
    links = {link for entity in same for link in entity.same_as}
    type = next(entity.type for entity in same if entity.type == commonest(kinds))
    return Entity(id, commonest(called), type, tuple(sorted(names)), tuple(sorted(links)))


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


def _names(iri: Iri, label: str, others: Iterable[str]) -> Iterator[Triple]:
    yield iri, LABEL, terms.text(label)
    for name in others:
        if name != label:
            yield iri, ALTERNATIVE, terms.text(name)


def _types(type: str) -> tuple[str, ...]:
    ontology = load_ontology()
    own: Class = next(c for c in ontology.classes.values() if c.entity == type)
    return (*(c.iri for c in ontology.lineage(own.iri)), *own.also)
