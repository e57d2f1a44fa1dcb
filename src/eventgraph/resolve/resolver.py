"""One entity for all articles that use the same full name.

Equal full names of one type are one entity; short forms were led back to full ones within their article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from eventgraph.model import Claim, Entity, make_entity


def resolve(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with resolved entities, sorted by article, place of evidence, type and id.

    The result does not depend on the order of the claims.
    """
    ordered = sorted(claims, key=lambda c: (c.article, c.evidence.start, c.type, c.id))
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
        id: make_entity(
            min(spellings[id], key=lambda name: (-spellings[id][name], name)),
            entity.type,
            tuple(sorted(names[id])),
            entity.same_as,
        )
        for id, entity in first.items()
    }
