"""Years: in figures, in words, or by their distance from the year of publication."""

from __future__ import annotations

import re

from eventgraph.annotate.dates.frame import Frame, Groups, number
from eventgraph.annotate.dates.lexicon import date_lexicon

_LATEST = 2100  # the latest year that words are read as


def year_of(groups: Groups, frame: Frame) -> int | None:
    """The year the expression itself gives; of two digits, one of 1970 to 2069."""
    if "year_words" in groups:
        return year_in_words(groups["year_words"])
    if "year" in groups:
        year = int(groups["year"])
        return year if len(groups["year"]) > 2 else year + (2000 if year < 70 else 1900)
    return frame.today.year + number("shift", groups) if "shift" in groups and frame.today else None


def year_in_words(text: str) -> int | None:
    """The year in *nineteen ninety-nine* or *two thousand and eighteen*; None if it is none.

    Raises OverflowError for a number too great for a year.
    """
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word != "and"]
    values = [date_lexicon().number("year_number", word) for word in words]
    if 1000 in values or 100 in values:
        year = _in_full(values)
        if not 0 < year <= _LATEST:
            raise OverflowError(f"year {year}")  # it counts something
        return year
    century, rest = values[0], values[1:]
    if not 10 <= century <= 20 or not rest or (sum(rest) < 10 and rest[0] != 0) or sum(rest) > 99:
        return None
    return 100 * century + sum(rest)


def _in_full(values: list[int]) -> int:
    """Two thousand (and) eighteen, nineteen hundred and five."""
    whole = part = 0
    for value in values:
        if value >= 100:
            whole, part = whole + max(part, 1) * value, 0
        else:
            part += value
    return whole + part
