"""The clauses that a mention stands in: their predicates, from the inside out."""

from __future__ import annotations

from spacy.tokens import Token

DEEPEST = 3  # clauses around that are counted


def find_clauses(head: Token) -> tuple[int, int, int]:
    """Return the predicate whose clause the mention stands in, that around it, and how many stand around."""
    inner = _predicate(head)
    outer = around = _predicate(inner)
    depth = 0
    while depth < DEEPEST and around.head != around:
        around = _predicate(around)
        depth += 1
    return inner.i, outer.i, depth


def _predicate(token: Token) -> Token:
    """Return the nearest verb above, else the root."""
    at = token.head
    while at.pos_ not in {"VERB", "AUX"} and at.head != at:
        at = at.head
    return at
