"""Date expressions in English news, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from eventgraph.annotate.dates.absolute import ABSOLUTE
from eventgraph.annotate.dates.expression import DateExpression
from eventgraph.annotate.dates.frame import Frame, Groups, Reading, Tense
from eventgraph.annotate.dates.lexicon import date_lexicon
from eventgraph.annotate.dates.matching import DateMatch, match_dates
from eventgraph.annotate.dates.named import NAMED
from eventgraph.annotate.dates.period import PERIODS
from eventgraph.annotate.dates.range import join_ranges
from eventgraph.annotate.dates.relative import RELATIVE
from eventgraph.annotate.dates.span import part_of, span_of
from eventgraph.annotate.dates.tense_by_words import tense_by_words

_READERS = ABSOLUTE | RELATIVE | PERIODS | NAMED
_NAMED_YEAR = re.compile(r"\bthe ((?:19|20)\d\d) (?!Agenda\b)(?=[A-Z])")  # the 2016 Lima Summit


def find_dates(
    text: str, published: str | None, *, tense: Callable[[int], Tense] | None = None, wide: bool = False
) -> tuple[DateExpression, ...]:
    """All date expressions of a text, in order, none overlapping.

    `published` is an ISO date. Without it only full dates count, and year-less ones where all full dates
    of the text, else all years in names of events, are of one year. `tense` tells, for an offset, which way
    its verb looks; without it, cue words of the sentence decide. Numeric dates that could be read day-first
    or month-first are left out.

    `wide` adds what is too wide or too loosely told to date an event by: *the 1970s*, *the next three
    months*, *the rest of the week*. The `value` of such a one is the month or year that holds it, or empty.
    Numeric dates of either order are then read month first, as in American English.
    """
    today = date.fromisoformat(published[:10]) if published else None
    matches = sorted(match_dates(text, wide), key=lambda match: (match.start, -match.end, match.kind))
    found = _resolve(text, matches, Frame(today, None, None, None), tense, wide)
    years = {expression.value[:4] for expression in found if len(expression.value) == 10}
    years = years or set(_NAMED_YEAR.findall(text))
    if today is None and len(years) == 1:
        found = _resolve(text, matches, Frame(None, int(years.pop()), None, None), tense, wide)
    return tuple(join_ranges(text, found))


def _resolve(
    text: str, matches: list[DateMatch], frame: Frame, tense: Callable[[int], Tense] | None, wide: bool
) -> list[DateExpression]:
    found: list[DateExpression] = []
    for match in matches:
        if found and match.start < found[-1].end:
            continue
        looks = tense(match.start) if tense else tense_by_words(text, match.start, match.end)
        reading = _read(
            match.kind, match.groups, frame._replace(other=_other(text, found, match), tense=looks)
        )
        if reading and (reading.value or wide):
            found.append(_expression(text, match, reading))
    return found


def _read(kind: str, groups: Groups, frame: Frame) -> Reading | None:
    """The reading of a match of a rule of that kind, or None where it makes no sense."""
    try:
        found = _READERS[kind](groups, frame)
    except (OverflowError, ValueError):  # beyond the calendar's years, as `date` has it
        return None
    if found and found.span and found.span[0] > found.span[1]:  # the next 0 days
        return None
    edge = groups.get("edge", "").lower()
    if found is None or not edge:
        return found
    span = part_of(found.span or span_of(found.value, found.until), edge.split()[0], frame.today)
    return found._replace(approximate=found.approximate or edge in date_lexicon().bounds, span=span)


def _expression(text: str, match: DateMatch, reading: Reading) -> DateExpression:
    first, last = reading.span or span_of(reading.value, reading.until)
    return DateExpression(
        match.start,
        match.end,
        reading.value,
        text[match.start : match.end],
        reading.until,
        reading.approximate,
        first.isoformat(),
        last.isoformat(),
    )


def _other(text: str, found: list[DateExpression], match: DateMatch) -> date | None:
    """The day last spoken of in the same paragraph."""
    days = [e for e in found[-3:] if len(e.value) == 10 and not e.until and not e.approximate]
    if not days or "\n" in text[days[-1].end : match.start]:
        return None
    return date.fromisoformat(days[-1].value)
