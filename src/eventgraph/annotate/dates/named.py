"""Spans of time with a name: the week of a day, the first week of July, a quarter, a decade, a century."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.absolute import ABSOLUTE
from eventgraph.annotate.dates.frame import Frame, Groups, Reading, number, spanning
from eventgraph.annotate.dates.lexicon import date_lexicon, normal
from eventgraph.annotate.dates.period import cut, shifted
from eventgraph.annotate.dates.span import Span, nth_week, span_of, unit_span
from eventgraph.annotate.dates.year import year_of


def _around(groups: Groups, frame: Frame) -> Reading | None:
    """The week, or month, of a day."""
    day = ABSOLUTE["day"](groups, frame)
    unit = normal(groups.get("period", "week"))
    return spanning(unit_span(date.fromisoformat(day.value), unit)) if day else None


def _part_of_named(groups: Groups, frame: Frame) -> Reading | None:
    """End of March, the beginning of 2000."""
    whole = _named(groups, frame)
    return spanning(cut(whole, groups, frame)) if whole else None


def _named(groups: Groups, frame: Frame) -> Span | None:
    """The month or year that groups name."""
    if "period" in groups and frame.today:
        day = shifted(frame.today, normal(groups["period"]), number("shift", groups))
        return unit_span(day, normal(groups["period"])) if day else None
    if "month" in groups:
        month = ABSOLUTE["month"](groups, frame)
        return span_of(month.value) if month else None
    year = year_of(groups, frame)
    return span_of(f"{year:04}") if year else None


def _nth_week(groups: Groups, frame: Frame) -> Reading | None:
    whole = _named(groups, frame)
    week = whole and nth_week(whole, number("ordinal", groups) if "ordinal" in groups else 0)
    return spanning(week) if week else None


def _week_number(groups: Groups, frame: Frame) -> Reading | None:
    year = year_of(groups, frame) or (frame.today.year if frame.today else None)
    week = nth_week(span_of(f"{year:04}"), int(groups["week"])) if year else None
    return spanning(week) if week else None


def _weekdays_of_week(groups: Groups, frame: Frame) -> Reading | None:
    """Next week between Wednesday and Friday."""
    if frame.today is None:
        return None
    words, shift = date_lexicon().words, date_lexicon().number("shift", groups["which"])
    days = {**words["weekday"], **words["short_weekday"]}
    first, last = (
        calendar.weekday_in_week(frame.today, days[normal(groups[name])], shift)
        for name in ("from_weekday", "until_weekday")
    )
    return spanning((first, last)) if first < last else None


def _part_of_year(groups: Groups, frame: Frame) -> Reading | None:
    """A quarter or a half, by figure or by word; of the year of publication if none is told."""
    year = year_of(groups, frame) or (frame.today.year if frame.today else None)
    nth = int(groups["nth"]) if "nth" in groups else number("ordinal", groups)
    months = 6 if groups["part_of_year"].lower()[0] == "h" else 3
    if year is None or nth * months > 12:
        return None
    return spanning(span_of(f"{year:04}-{(nth - 1) * months + 1:02}", f"{year:04}-{nth * months:02}"))


def _decade(groups: Groups, frame: Frame) -> Reading | None:
    """The 1970s, the '70s, the nineteen seventies, the noughties; the 1800s are a century."""
    tens = number("tens", groups) if "tens" in groups else int(groups["decade"])
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(groups.get("century_word", "").lower())
    start = tens if tens > 99 else (century or (1900 if tens >= 20 else 2000)) + tens
    years = 100 if start % 100 == 0 and start < 2000 else 10
    return spanning((date(start, 1, 1), date(start + years - 1, 12, 31)))


def _century(groups: Groups, frame: Frame) -> Reading | None:
    first = 100 * (int(groups["nth"]) - 1)
    return spanning((date(max(first, 1), 1, 1), date(first + 99, 12, 31))) if first >= 0 else None


def _numbered_month(groups: Groups, frame: Frame) -> Reading | None:
    month = int(groups["month_number"])
    return Reading(f"{int(groups['year']):04}-{month:02}") if 1 <= month <= 12 else None


NAMED: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "around": _around,
    "century": _century,
    "decade": _decade,
    "nth_week": _nth_week,
    "numbered_month": _numbered_month,
    "part_of_named": _part_of_named,
    "part_of_year": _part_of_year,
    "week_number": _week_number,
    "weekdays_of_week": _weekdays_of_week,
}
