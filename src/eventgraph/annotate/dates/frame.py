"""What an expression is resolved against, what comes of it, and what its groups say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from eventgraph.annotate.dates.lexicon import date_lexicon, normal
from eventgraph.annotate.dates.span import Span

Tense = Literal["past", "future"]
Groups = Mapping[str, str]  # the named groups of a match, those that took part


class Frame(NamedTuple):
    """What an expression is resolved against.

    `today` is the day of publication; `year` the year to assume where that is unknown; `other` the day
    last spoken of in the paragraph; `tense` the way the sentence looks, None where nothing tells.
    """

    today: date | None
    year: int | None
    other: date | None
    tense: Tense | None


class Reading(NamedTuple):
    """ISO values, as in `DateExpression`; `span` where it is not all of `value` to `until`."""

    value: str
    until: str | None = None
    approximate: bool = False
    span: Span | None = None


def exactly(day: date | None) -> Reading | None:
    """A reading of that very day."""
    return Reading(day.isoformat()) if day else None


def spanning(span: Span) -> Reading:
    """A reading of these days; its value is the month or year that holds them all, else empty.

    Of a month's days or fewer only the month: a year says too little of a week.
    """
    first, last = (day.isoformat() for day in span)
    if first == last:
        return Reading(first, span=span)
    sizes = (7, 4) if (span[1] - span[0]).days > 31 else (7,)
    value = next((first[:size] for size in sizes if first[:size] == last[:size]), "")
    return Reading(value, approximate=True, span=span)


def month_value(year: int, month: int) -> Reading:
    """A reading of that month. Raises OverflowError beyond the calendar."""
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return Reading(f"{year:04}-{month:02}")


def number(words: str, groups: Groups) -> int:
    """The number of the word in the group that the list `words` is matched by."""
    return date_lexicon().number(words, groups[words])


def count(groups: Groups) -> int:
    """How many: digits or a word."""
    return int(groups["count"]) if "count" in groups else number("number", groups)


def amounts(text: str, way: int) -> dict[str, int]:
    """`two years and 3 days` as counts by unit, negative for `way` -1."""
    found = (match.groupdict() for match in date_lexicon().amount.finditer(text))
    return {normal(amount["unit"]): way * count({k: v for k, v in amount.items() if v}) for amount in found}


def day_number(text: str) -> int:
    """The day of the month in `21st`, `21` or `twenty-first`."""
    digits = text.lower().rstrip("stndrh")
    return int(digits) if digits.isdigit() else date_lexicon().number("ordinal", text)
