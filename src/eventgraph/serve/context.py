"""A quotation with what stands around it in its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

AROUND = 160


class Quotation(NamedTuple):
    """Text before, in and after a quote."""

    before: str
    quote: str
    after: str


def quotation(text: str | None, start: int, end: int, quote: str) -> Quotation:
    """The quote in its article's text, or alone if the text is missing or says otherwise there."""
    if text is None or text[start:end] != quote:
        return Quotation("", quote, "")
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Quotation(before, quote, after)


class Passage(NamedTuple):
    """A stretch of an article; `anchors` are the evidence that begins in it, `marked` if it is quoted."""

    text: str
    marked: bool
    anchors: tuple[str, ...] = ()


def passages(text: str, quotes: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """The whole text, cut where quotes begin or end; overlapping quotes are one."""
    places = sorted({(start, end) for start, end in quotes if 0 <= start < end <= len(text)})
    done, index = 0, 0
    while index < len(places):
        start, end = places[index]
        anchors = []
        while index < len(places) and places[index][0] < max(end, start + 1):
            anchors.append(f"char={places[index][0]},{places[index][1]}")
            end = max(end, places[index][1])
            index += 1
        yield Passage(text[done:start], marked=False)
        yield Passage(text[start:end], marked=True, anchors=tuple(anchors))
        done = end
    yield Passage(text[done:], marked=False)
