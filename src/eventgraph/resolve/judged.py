"""Judgements applied: from the names people spoke of to the bearers that are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from eventgraph.model.entity import EntityType
from eventgraph.model.slug import slug
from eventgraph.resolve.bearer import Bearer, Place
from eventgraph.resolve.judgements import Judgement, Side, latest


def pinned_places(judgements: Sequence[Judgement]) -> frozenset[Place]:
    """Article and local id of each entity that a judgement names with its article."""
    return frozenset(
        (side.article, f"{judgement.type}/{slug(side.name)}")
        for judgement in judgements
        for side in (judgement.one, judgement.other)
        if side.article is not None
    )


def judged_pairs(judgements: Sequence[Judgement], bearers: Iterable[Bearer]) -> dict[frozenset[str], bool]:
    """Pairs of bearers' keys, and whether they were judged to be one; `unsure` decides nothing."""
    bearers = list(bearers)
    found: dict[frozenset[str], bool] = {}
    if not judgements:
        return found
    index = _index(bearers)
    for judgement in latest(judgements):
        if judgement.verdict != "unsure":
            sides = (_keys(index, judgement.type, side) for side in (judgement.one, judgement.other))
            for one, other in product(*map(sorted, sides)):
                if one != other:
                    found[frozenset((one, other))] = judgement.verdict == "same"
    return found


def _index(bearers: Iterable[Bearer]) -> dict[tuple[EntityType, str, str | None], set[str]]:
    index: defaultdict[tuple[EntityType, str, str | None], set[str]] = defaultdict(set)
    for bearer in bearers:
        for profile in bearer.members:
            index[bearer.type, profile.entity.name, None].add(bearer.key)
            index[bearer.type, profile.entity.name, profile.article].add(bearer.key)
    return index


def _keys(
    index: dict[tuple[EntityType, str, str | None], set[str]], type: EntityType, side: Side
) -> frozenset[str]:
    return frozenset(index.get((type, side.name, side.article), ()))
