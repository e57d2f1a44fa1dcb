"""What follows a noun with a preposition."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from eventgraph.extract.grammar.oblique import TIMES
from eventgraph.extract.grammar.relative import antecedent

PHRASES = 3  # how many a noun may have before the one asked for


def following(noun: Token, prepositions: Collection[str]) -> list[Token]:
    """Return what follows a noun with one of the prepositions, whatever the tree hangs it on.

    *an attack by rebels on a town*, {on}: town, over one phrase.
    """
    at = noun.i + 1
    for _ in range(PHRASES):
        at = _after_time(noun.doc[at]) if at < noun.sent.end else at
        case = noun.doc[min(at, noun.sent.end - 1)]
        if case.dep_ != "case" or case.head.i < case.i:
            break
        if case.lower_ in prepositions:
            return [antecedent(case.head)]
        at = max([case.head.i, *(one.i for one in case.head.rights if one.dep_ == "flat")]) + 1
    return []


def _after_time(word: Token) -> int:
    """Where a time that begins with the word ends: *a letter earlier this week to Kamel*."""
    first = word.nbor() if word.pos_ == "ADV" and word.i + 1 < word.sent.end else word
    times = [one for one in (first, *first.ancestors) if one.dep_ in TIMES and one.left_edge in {first, word}]
    return times[-1].right_edge.i + 1 if times else word.i
