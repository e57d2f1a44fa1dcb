"""One entity for all articles that use the same full name.

Equal full names of one type are one entity; short forms were led back to full ones within their article.
Who has no name (*leaders*, *the health ministry*) is the same in one article only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from eventgraph.model import Claim, Entity
from eventgraph.model.slug import slug


def resolve(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with resolved entities, sorted by article, place of evidence, type and id.

    The result does not depend on the order of the claims.
    """
    ordered = sorted(map(_local, claims), key=lambda c: (c.article, c.evidence.start, c.type, c.id))
    merged = _merge(entity for claim in ordered for group in claim.arguments.values() for entity in group)
    return tuple(
        msgspec.structs.replace(
            claim,
            arguments={
                name: tuple(dict.fromkeys(merged[e.id] for e in group))
                for name, group in claim.arguments.items()
            },
        )
        for claim in ordered
    )


def _local(claim: Claim) -> Claim:
    """Give each entity without a name its article's mark."""
    mark = slug(claim.article)
    arguments = {
        name: tuple(e if _named(e) else msgspec.structs.replace(e, id=f"{e.id}-{mark}") for e in entities)
        for name, entities in claim.arguments.items()
    }
    return msgspec.structs.replace(claim, arguments=arguments)


def _named(entity: Entity) -> bool:
    """Is it called by a name of its own, which has a capital letter?"""
    return entity.type != "group" and entity.name != entity.name.lower()


def _merge(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Entities by local id; the most frequent spelling (then the first in the alphabet) is the name."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Entity] = {}
    for entity in entities:
        first.setdefault(entity.id, entity)
        spellings[entity.id][entity.name] += 1
        names[entity.id].update(entity.names)
    return {
        id: msgspec.structs.replace(
            entity,
            name=min(spellings[id], key=lambda name: (-spellings[id][name], name)),
            names=tuple(sorted(names[id])),
        )
        for id, entity in first.items()
    }
