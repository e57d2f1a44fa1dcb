"""What people do for a living, as far as their titles tell."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from eventgraph.resolve.data import load_data
from eventgraph.resolve.profile import Office

PRESENT = frozenset({"current", "acting"})


@cache
def _by_word() -> dict[str, str]:
    return {word: name for name, words in load_data("occupations")["occupations"].items() for word in words}


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load_data("occupations")["exclusive"])


def occupations_of(offices: Iterable[Office]) -> frozenset[str]:
    """The occupations of present offices: `assistant-coach` is sport."""
    words = {word for office in offices if office.status in PRESENT for word in office.title.split("-")}
    return frozenset(_by_word()[word] for word in words if word in _by_word())


def exclude(one: frozenset[str], other: frozenset[str]) -> tuple[str, str] | None:
    """The first two occupations that no one has at one time, if the two sides share none."""
    if one & other:
        return None
    pairs = sorted(product(one, other))
    return next((pair for pair in pairs if frozenset(pair) in _exclusive()), None)
