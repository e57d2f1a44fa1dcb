"""How many: figures in digits or words, each exact or a bound. The words are in `numbers.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Span

from eventgraph.lexicon import load, words

Bound = Literal["exact", "at-least", "at-most", "about"]

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
MALFORMED = re.compile(r"[\d.,]*\d,[\d.,]*")  # 10,5 million: no telling how many
MOST = 10**10  # more than there are people
LONGEST_BOUND = 4  # words
BOUNDS: tuple[Bound, ...] = ("at-least", "at-most", "about")
AFTER = {"or more": 2, "or so": 2, "and counting": 2, "or fewer": 2, "or less": 2}


class Figure(NamedTuple):
    """A whole number of things; tokens `start` to `end` say it, with the words that bound it."""

    value: int
    bound: Bound
    start: int
    end: int


def figures(sentence: Span) -> Iterator[Figure]:
    """Yield the sentence's figures in order: *53*, *two hundred and six*, *dozens*: at least 24.

    Fractions, percentages and parts of compounds (*12-year-old*) are none.
    """
    text, i = [token.lower_ for token in sentence], 0
    while i < len(text):
        length = _length(text[i:])
        figure = _figure(text, i, i + length, sentence.start) if length else None
        upper = _upper(text, i, i + length) if figure else 0
        if figure and upper:
            figure = Figure(figure.value, "at-least", figure.start - 1, figure.end + 1 + upper)
            length += 1 + upper
        if figure:
            yield figure
        i += length or 1


def _upper(text: Sequence[str], start: int, end: int) -> int:
    """*between 20 and 30*: how many words of the second figure follow the first and its *and*."""
    ranged = start > 0 and text[start - 1] == "between" and text[end : end + 1] == ["and"]
    return _length(text[end + 1 :]) if ranged else 0


@cache
def _values(*lists: str) -> Mapping[str, int]:
    content = load("numbers")
    return {word: value for name in lists for word, value in content[name].items()}


@cache
def _bounds() -> Mapping[str, Bound]:
    return {phrase: bound for bound in BOUNDS for phrase in load("numbers")["bounds"][bound]}


def _length(text: Sequence[str]) -> int:
    """How many words of the text's beginning are one figure."""
    vague = next((n for n in (3, 1) if " ".join(text[:n]) in _values("vague")), 0)
    if vague:
        return vague
    opening = next((n for n in (2, 1) if " ".join(text[:n]) in {"half a", "a", "an"}), 0)
    length = opening
    while length < len(text) and (_is_number(text[length]) or _links(text, length)):
        if length and DIGITS.fullmatch(text[length - 1]) and _is_bare(text[length]):
            break  # in 2016 thirty people
        length += 1
    multiplied = text[opening : opening + 1] and text[opening] in _values("scales", "collectives")
    return 0 if opening and not multiplied else length


def _is_number(word: str) -> bool:
    return bool(DIGITS.fullmatch(word)) or word in _values("units", "tens", "scales", "collectives")


def _is_bare(word: str) -> bool:
    return word not in _values("scales", "collectives") and word not in {"and", "-"}


def _links(text: Sequence[str], i: int) -> bool:
    """*hundred and six*, *twenty-one*: does the word join two parts of a figure?"""
    if i == 0 or i + 1 == len(text) or not _is_number(text[i + 1]):
        return False
    return text[i - 1] in _values("scales" if text[i] == "and" else "tens") and text[i] in {"and", "-"}


def _figure(text: Sequence[str], start: int, end: int, offset: int) -> Figure | None:
    vague = _values("vague").get(" ".join(text[start:end]))
    value = Decimal(vague) if vague is not None else _read(text[start:end])
    after = text[end] if end < len(text) else ""
    if (
        value > MOST
        or value != int(value)
        or (start > 0 and MALFORMED.fullmatch(text[start - 1]) and not _is_number(text[start - 1]))
        or after.removesuffix("s") in words("numbers.fractions")
        or after in {"-", "th", "°"}
    ):
        return None
    bound, first, last = _bound(text, start, end)
    if vague is not None and bound == "exact":
        bound = "at-least"
    return Figure(int(value), bound, offset + first, offset + last)


def _read(text: Sequence[str]) -> Decimal:
    """*two hundred and six*: 206; *half a dozen*: 6."""
    total = current = Decimal(0)
    for word in text:
        scale = _values("scales", "collectives").get(word)
        if DIGITS.fullmatch(word):
            current += Decimal(word.replace(",", ""))
        elif scale is None:
            current += _values("units", "tens").get(word, 0)
        elif scale < 1000:
            current = (current or Decimal(1)) * scale
        else:
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
    return (total + current) / (2 if text[0] == "half" else 1)


def _bound(text: Sequence[str], start: int, end: int) -> tuple[Bound, int, int]:
    """What the words before or after say of the figure, and where the whole begins and ends."""
    after = " ".join(text[end : end + 2])
    if after in AFTER:
        return _bounds()[after], start, end + 2
    for length in range(min(LONGEST_BOUND, start), 0, -1):
        phrase = " ".join(text[start - length : start])
        if phrase in _bounds():
            return _bounds()[phrase], start - length, end
    return "exact", start, end
