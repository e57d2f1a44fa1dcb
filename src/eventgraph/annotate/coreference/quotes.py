"""Quotations and who speaks in them: what *I*, *we* and *you* are read against."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from eventgraph.lexicon import words

OPENING, CLOSING, STRAIGHT = frozenset("“«"), frozenset("”»"), '"'
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
FURTHEST = 12  # tokens between a quotation mark and the verb of saying


def find_quotes(doc: Doc) -> list[tuple[int, int]]:
    """Return quotations as tokens [start, end), marks included; one left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    begun: int | None = None
    for token in doc:
        mark = token.text
        if begun is None:
            if mark in OPENING or mark == STRAIGHT:
                begun = token.i
        elif mark in CLOSING or mark == STRAIGHT:
            found.append((begun, token.i + 1))
            begun = None
        elif token.is_space and "\n" in mark:
            found.append((begun, token.i))
            begun = None
    if begun is not None:
        found.append((begun, len(doc)))
    return found


def speakers(doc: Doc) -> list[tuple[tuple[int, int], int]]:
    """Return each quotation with the head token of its speaker, -1 where none is found."""
    quotes = find_quotes(doc)
    inside = {i for start, end in quotes for i in range(start, end)}
    found: list[tuple[tuple[int, int], int]] = []
    for quote in quotes:
        who = next(_subjects(doc, quote, inside), -1)
        if who < 0 and found and _continues(doc, found[-1][0], quote):
            who = found[-1][1]
        found.append((quote, who))
    return found


def _continues(doc: Doc, last: tuple[int, int], quote: tuple[int, int]) -> bool:
    """Does the quotation follow the last one at once, or within the same paragraph?"""
    between = doc[last[1] : quote[0]]
    return len(between) < 2 * FURTHEST and sum("\n" in token.text for token in between) <= (len(between) <= 1)


def _subjects(doc: Doc, quote: tuple[int, int], inside: set[int]) -> Iterator[int]:
    """Yield subjects of verbs of saying near the quotation, in its sentences, nearest first."""
    start, end = quote
    first, last = doc[start].sent.start, doc[end - 1].sent.end
    after = range(end, min(max(last, end + 1), end + FURTHEST, len(doc)))
    before = range(start - 1, max(first, start - FURTHEST) - 1, -1)
    for i in (*after, *before):
        if i in inside or not _says(doc[i]):
            continue
        for child in doc[i].children:
            if child.dep_ in SUBJECTS and child.i not in inside:
                yield child.i
        if doc[i].dep_ == "conj":
            yield from (c.i for c in doc[i].head.children if c.dep_ in SUBJECTS and c.i not in inside)


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in words("reporting.verbs.said")
