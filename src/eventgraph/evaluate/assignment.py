"""Which system claim answers which gold claim: at most one each, as many as can be."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.evaluate.matching import Match


def pair_off(matches: Sequence[Sequence[Match]]) -> dict[int, int]:
    """Return a maximum matching of gold (rows) to system claims (columns), full matches first.

    Kuhn's algorithm: a gold claim takes a free system claim, or one whose owner can take another.
    """
    owner: dict[int, int] = {}
    for wanted in ("full", "core"):
        for gold in range(len(matches)):
            if gold not in owner.values():
                _take(gold, wanted, matches, owner, set())
    return {gold: claim for claim, gold in owner.items()}


def _take(
    gold: int, wanted: str, matches: Sequence[Sequence[Match]], owner: dict[int, int], seen: set[int]
) -> bool:
    row = matches[gold]
    for claim in sorted(range(len(row)), key=lambda claim: not row[claim].full):
        if getattr(row[claim], wanted) and claim not in seen:
            seen.add(claim)
            if claim not in owner or _take(owner[claim], wanted, matches, owner, seen):
                owner[claim] = gold
                return True
    return False
