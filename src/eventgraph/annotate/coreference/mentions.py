"""Which spans of an article may corefer: names, noun phrases, pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

INSIDE = frozenset(
    {"compound", "flat", "fixed", "goeswith", "nmod:desc", "list", "expl", "discourse", "vocative"}
)
WITHOUT = frozenset(
    {"case", "cc", "conj", "punct", "mark", "cop", "nsubj", "nsubj:pass", "nsubj:outer", "aux", "advcl"}
    | {"parataxis", "discourse", "expl", "csubj", "ccomp", "orphan", "dislocated", "obl", "advmod", "list"}
)
QUESTIONS = frozenset({"WP", "WDT", "WRB", "WP$", "EX"})


class Candidate(NamedTuple):
    """Tokens [start, end) around the token `head`; `joint` where the phrase joins several (*A and B*)."""

    head: int
    start: int
    end: int
    joint: bool = False


def find_mentions(doc: Doc) -> list[Candidate]:
    """Return the candidates in the order of the text: by start, the longer first."""
    found = {(one.start, one.end): one for one in _all(doc)}
    return sorted(found.values(), key=lambda one: (one.start, -one.end))


def _all(doc: Doc) -> Iterator[Candidate]:
    named = {ent.root.i: ent for ent in doc.ents}
    for token in doc:
        pos, ent = token.pos_, named.get(token.i)
        if ent is None and pos not in {"NOUN", "PROPN", "PRON"} and not _stands_alone(token, pos):
            continue
        if token.dep_ not in INSIDE and token.tag_ not in QUESTIONS:
            yield _phrase(token)
            if token.dep_ != "conj" and any(child.dep_ == "conj" for child in token.rights):
                yield _joint(token)
        elif ent is not None:
            yield Candidate(token.i, ent.start, ent.end)


def _stands_alone(token: Token, pos: str) -> bool:
    """*this*, *both*, *the former* in a noun's place."""
    return pos in {"DET", "ADJ", "NUM"} and token.dep_ in {"nsubj", "nsubj:pass", "obj", "nmod:poss"}


def _phrase(head: Token) -> Candidate:
    start, end = head.i, head.i
    for child in head.lefts:
        if child.dep_ not in WITHOUT or (child.dep_ == "advmod" and child.i == head.i - 1):
            start = min(start, child.left_edge.i)
    for child in head.rights:
        loose = child.dep_ in WITHOUT or child.dep_ in {"dep", "nmod:unmarked"} or child.is_space
        if not loose or child.tag_ == "POS":
            end = max(end, child.right_edge.i)
    while head.doc[end].is_space and end > head.i:
        end -= 1
    return Candidate(head.i, start, end + 1)


def _joint(head: Token) -> Candidate:
    one = _phrase(head)
    last = [child for child in head.rights if child.dep_ == "conj"][-1]
    return Candidate(head.i, one.start, max(one.end, _phrase(last).end), True)
