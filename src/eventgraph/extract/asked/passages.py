"""An article in passages that a model server is asked about: whole sentences, of bounded length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

LONGEST = 6000  # code points


class Passage(NamedTuple):
    """`article.text[start:end]`."""

    start: int
    end: int


def passages(doc: Doc) -> Iterator[Passage]:
    """Yield the article's passages in order, each with as many sentences as fit; nothing for white space."""
    for start, end in _runs(doc):
        cut = (Passage(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST))
        yield from (one for one in cut if doc.text[one.start : one.end].strip())


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of sentences; one that is too long by itself stands alone."""
    start = end = 0
    for sentence in doc.sents:
        if sentence.end_char - start > LONGEST and end > start:
            yield start, end
            start = end
        end = sentence.end_char
    yield start, end
