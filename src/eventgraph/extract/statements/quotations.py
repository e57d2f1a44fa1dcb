"""Where others are quoted: between marks, over sentences and paragraphs, or set off after a colon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from eventgraph.extract.statements.first_person import first_person
from eventgraph.extract.statements.positions import positions

# Which mark closes which; a straight mark closes itself.
MARKS = {"“": "”", '"': '"', "„": "“", "«": "»", "``": "''", "‘": "’", "'": "'"}
STARTS = frozenset(MARKS) | {":"}
SINGLE = frozenset({"‘", "'"})
CLOSING = frozenset(MARKS.values()) | {'"', "”"}
LONGEST_BLOCK = 6  # paragraphs set off after a colon


class Quotation(NamedTuple):
    """Tokens `start` to `end`, marks included; `first` to `last` are the words between the marks."""

    start: int
    end: int
    first: int
    last: int

    def __contains__(self, token: object) -> bool:
        return isinstance(token, Token) and self.start <= token.i < self.end

    def words(self, doc: Doc) -> Span:
        """The words between the marks."""
        return doc[self.first : self.last]


def find_quotations(doc: Doc) -> list[Quotation]:
    """Return the outermost quotations and block quotations, in the order of the text.

    A quotation goes on in the next paragraph if that opens with a mark again; a mark that is never closed is
    closed by the end of its paragraph.
    """
    found: list[Quotation] = []
    for i in positions(doc, "ORTH", STARTS):
        one = _marked(doc, i) or _block(doc, i) if not found or i >= found[-1].end else None
        if one:
            found.append(one)
    return found


def _marked(doc: Doc, opening: int) -> Quotation | None:
    mark = doc[opening].text
    if mark not in MARKS or not _opens(doc, opening):
        return None
    i = opening + 1
    while i < len(doc):
        if _closes(doc, i, mark):
            return Quotation(opening, i + 1, opening + 1, i) if i > opening + 1 else None
        if _breaks(doc[i]):
            again = _next_word(doc, i)
            if again is None or doc[again].text != mark:
                return None if mark in SINGLE else Quotation(opening, i, opening + 1, i)
            i = again
        i += 1
    return None if mark in SINGLE else Quotation(opening, len(doc), opening + 1, len(doc))


def _opens(doc: Doc, i: int) -> bool:
    before = doc[i - 1] if i else None
    free = before is None or before.is_space or bool(before.whitespace_) or before.text in "([—–-:"
    return free and not doc[i].whitespace_ and i + 1 < len(doc)


def _closes(doc: Doc, i: int, mark: str) -> bool:
    closing = {MARKS[mark], "”" if mark == '"' else MARKS[mark]}
    if doc[i].text not in closing:
        return False
    if mark in SINGLE:
        return doc[i - 1].is_punct or (not doc[i - 1].whitespace_ and _at_edge(doc, i))
    return True


def _at_edge(doc: Doc, i: int) -> bool:
    return bool(doc[i].whitespace_) or i + 1 == len(doc) or doc[i + 1].is_punct or doc[i + 1].is_space


def _breaks(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _next_word(doc: Doc, i: int) -> int | None:
    return next((k for k in range(i, len(doc)) if not doc[k].is_space), None)


def _block(doc: Doc, colon: int) -> Quotation | None:
    """Paragraphs after *Following the visit, the minister said:*, the first and those in the first person."""
    if doc[colon].text != ":" or colon + 1 >= len(doc) or not _breaks(doc[colon + 1]):
        return None
    start = _next_word(doc, colon + 1)
    if start is None or doc[start].text in MARKS or not doc[start].text[:1].isalnum():
        return None
    end = start
    for number, (first, last) in enumerate(_paragraphs(doc, start)):
        own = first_person(doc[first:last])
        if number == 0 or own:
            end = last
        if number == LONGEST_BLOCK or (number and not own):
            break
    return Quotation(start, end, start, end)


def _paragraphs(doc: Doc, start: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, len(doc)):
        if _breaks(doc[i]):
            if i > first:
                yield first, i
            first = i + 1
    if first < len(doc):
        yield first, len(doc)
