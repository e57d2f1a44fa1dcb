"""Which entities of different articles are one: profiles, bearers of names, clusters, entities.

Short forms have been led back to full ones within their article. Who has no name (*leaders*, *the health
ministry*) is the same in one article only. The result is a pure function of the claims and the judgements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from eventgraph.model import Claim, Entity
from eventgraph.model.slug import slug
from eventgraph.resolve.bearer import Bearer, Place, make_bearers
from eventgraph.resolve.canonical import make_entities
from eventgraph.resolve.clusters import Clusters, Link, cluster
from eventgraph.resolve.judged import judged_pairs, pinned_places
from eventgraph.resolve.judgements import Judgement
from eventgraph.resolve.profile import is_named, make_profiles

# Gives IRIs elsewhere for bearers: see reconcile.py.
Reconcile = Callable[[Sequence[Sequence[Bearer]]], Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Resolution:
    """Which entity each name of each article is, and how it came to that.

    `by_place` leads from article and local id to the entity; `bearers` are the names by key, `entities` the
    entity of each; `links` what joined two names, `against` what was compared and stayed apart. `claims` are
    the resolved ones, if they were asked for.
    """

    by_place: Mapping[Place, Entity]
    bearers: Mapping[str, Bearer]
    entities: Mapping[str, Entity]
    links: tuple[Link, ...]
    against: tuple[Link, ...]
    claims: tuple[Claim, ...] = ()


def resolve(
    claims: Iterable[Claim], judgements: Sequence[Judgement] = (), reconcile: Reconcile | None = None
) -> tuple[Claim, ...]:
    """Return the claims with resolved entities, sorted by article, place of evidence, type and id.

    The result does not depend on the order of the claims. Claims that were resolved before are resolved anew,
    from what their articles call the entities (`Claim.unresolved`).
    """
    return resolve_with_reasons(claims, judgements, reconcile).claims


def resolve_with_reasons(
    claims: Iterable[Claim], judgements: Sequence[Judgement] = (), reconcile: Reconcile | None = None
) -> Resolution:
    """Resolve, and keep the names, their comparisons and what stayed apart."""
    ordered = sorted(claims, key=lambda c: (c.article, c.evidence.start, c.type, c.id))
    found = resolve_names(ordered, judgements, reconcile)
    return replace(found, claims=tuple(resolve_claims(ordered, found.by_place)))


def resolve_names(
    claims: Iterable[Claim], judgements: Sequence[Judgement] = (), reconcile: Reconcile | None = None
) -> Resolution:
    """Resolve without keeping claims, which come article by article and are taken once."""
    profiles = make_profiles(map(unresolve, claims))
    bearers = make_bearers(profiles, pinned_places(judgements))
    clusters = cluster(bearers, judged_pairs(judgements, bearers))
    groups = _groups(clusters)
    entities = make_entities(groups, reconcile(groups) if reconcile else {})
    by_place = {p.place: entities[bearer.key] for bearer in bearers for p in bearer.members}
    against, links = tuple(clusters.against), tuple(clusters.links)
    return Resolution(by_place, clusters.bearers, entities, links, against)


def resolve_claims(claims: Iterable[Claim], by_place: Mapping[Place, Entity]) -> Iterator[Claim]:
    """Yield the claims with the entities that were found for their names."""
    return (_resolved(unresolve(claim), by_place) for claim in claims)


def unresolve(claim: Claim) -> Claim:
    """The claim with the entities as its article alone tells them."""
    told = {**claim.arguments, **claim.unresolved}
    arguments = {name: tuple(map(_complete, group)) for name, group in told.items()}
    return msgspec.structs.replace(claim, arguments=arguments, unresolved={})


def _complete(entity: Entity) -> Entity:
    """Read back from a project, an entity whose names are all the one has none."""
    return entity if entity.names else msgspec.structs.replace(entity, names=(entity.name,))


def _groups(clusters: Clusters) -> list[list[Bearer]]:
    return [[clusters.bearers[key] for key in sorted(keys)] for _, keys in sorted(clusters.members.items())]


def _resolved(claim: Claim, by_place: Mapping[Place, Entity]) -> Claim:
    arguments = {
        name: tuple({e.id: e for e in (_entity(claim.article, one, by_place) for one in group)}.values())
        for name, group in claim.arguments.items()
    }
    changed = {name: group for name, group in claim.arguments.items() if not _tells(arguments[name], group)}
    return msgspec.structs.replace(claim, arguments=arguments, unresolved=changed)


def _tells(found: Sequence[Entity], group: Sequence[Entity]) -> bool:
    """Do the found entities tell what the article says of its own, once only id and name are kept?"""
    told = [(e.id, e.name, e.names) for e in group]
    return told == [(e.id, e.name, e.names) for e in found] == [(e.id, e.name, (e.name,)) for e in found]


def _entity(article: str, entity: Entity, by_place: Mapping[Place, Entity]) -> Entity:
    if is_named(entity):
        return by_place[article, entity.id]
    return msgspec.structs.replace(entity, id=f"{entity.id}-{slug(article)}")
