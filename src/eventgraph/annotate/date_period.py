"""Spans of time that are no day, month or year: weeks, quarters, decades, the next three months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from eventgraph.annotate import date_calendar as calendar
from eventgraph.annotate.date_absolute import ABSOLUTE
from eventgraph.annotate.date_frame import Frame, Groups, Reading, amounts, number, spanning
from eventgraph.annotate.date_lexicon import date_lexicon, normal
from eventgraph.annotate.date_span import Span, nth_week, part_of, span_of, unit_span
from eventgraph.annotate.date_year import year_of

_DAY = timedelta(days=1)


def _counted(groups: Groups, frame: Frame) -> Reading | None:
    """The next three months, from tomorrow; the past few days, up to yesterday; decades are whole."""
    if frame.today is None:
        return None
    way = number("shift", groups)
    vague = {normal(groups["unit"]): number("vague", groups)} if "vague" in groups else None
    counts = vague or amounts(groups["amounts"], 1)
    if "decade" in counts:
        start = unit_span(frame.today, "decade")[0].year + (10 if way > 0 else -10 * counts["decade"])
        return spanning((date(start, 1, 1), date(start + 10 * counts["decade"] - 1, 12, 31)))
    moved = _moved(frame.today, counts, way)
    if moved is None:
        return None
    return spanning((frame.today + _DAY, moved) if way > 0 else (moved, frame.today - _DAY))


def _shifted(day: date, unit: str, shift: int) -> date | None:
    """A day of the week, month, year or decade `shift` units on."""
    return _moved(day, {"month": 120} if unit == "decade" else {unit: 1}, shift)


def _moved(day: date, counts: dict[str, int], way: int) -> date | None:
    months = counts.get("month", 0) + 12 * counts.get("year", 0)
    return calendar.move(day, way * months, way * (counts.get("day", 0) + 7 * counts.get("week", 0)))


def _within(groups: Groups, frame: Frame) -> Reading | None:
    """Within 5 days, less than two weeks from tomorrow."""
    if frame.today is None:
        return None
    start = calendar.add_days(frame.today, number("day_word", groups) if "day_word" in groups else 0)
    end = _moved(start, amounts(groups["amounts"], 1), 1)
    return spanning((start, end)) if end else None


def _lasting(groups: Groups, frame: Frame) -> Reading | None:
    """For two weeks from tomorrow, three days starting May 20th."""
    if frame.today is None:
        return None
    if "month" in groups:
        found = ABSOLUTE["day"](groups, frame)
        start = date.fromisoformat(found.value) if found else None
    else:
        start = calendar.add_days(frame.today, number("day_word", groups))
    counts = amounts(groups.get("amounts") or groups["amounts_alone"], 1)
    end = _moved(start, counts, 1) if start else None
    return spanning((start, end - _DAY)) if start and end else None


def _rest(groups: Groups, frame: Frame) -> Reading | None:
    if frame.today is None:
        return None
    return spanning((frame.today, unit_span(frame.today, normal(groups["unit"]))[1]))


def _unit(groups: Groups, frame: Frame) -> Reading | None:
    """Earlier in the week, end of next month, the same year, this decade: part or whole of a unit."""
    if frame.today is None:
        return None
    shift = number("shift", groups) if "shift" in groups else 0
    day = _shifted(frame.today, normal(groups["unit"]), shift)
    return spanning(_cut(unit_span(day, normal(groups["unit"])), groups, frame)) if day else None


def _cut(span: Span, groups: Groups, frame: Frame) -> Span:
    return part_of(span, groups["part"].lower().split()[0], frame.today) if "part" in groups else span


def _after_next(groups: Groups, frame: Frame) -> Reading | None:
    if frame.today is None:
        return None
    if normal(groups["period"]) == "weekend":
        saturday = calendar.weekday_in_week(frame.today, 5, 2)
        return spanning((saturday, saturday + _DAY))
    day = _shifted(frame.today, normal(groups["period"]), 2)
    return spanning(unit_span(day, normal(groups["period"]))) if day else None


def _around(groups: Groups, frame: Frame) -> Reading | None:
    """The week, or month, of a day."""
    day = ABSOLUTE["day"](groups, frame)
    return (
        spanning(unit_span(date.fromisoformat(day.value), normal(groups.get("period", "week"))))
        if day
        else None
    )


def _part_of_named(groups: Groups, frame: Frame) -> Reading | None:
    """End of March, the beginning of 2000."""
    whole = _named(groups, frame)
    return spanning(_cut(whole, groups, frame)) if whole else None


def _named(groups: Groups, frame: Frame) -> Span | None:
    """The month or year that groups name."""
    if "period" in groups and frame.today:
        day = _shifted(frame.today, normal(groups["period"]), number("shift", groups))
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
    """The 1970s, the '70s, the nineteen seventies, the noughties."""
    if "tens" in groups:
        tens = number("tens", groups)
        century = {"twenty": 2000, "eighteen": 1800}.get(groups.get("century_word", "").lower(), 1900)
        start = tens if tens > 99 else century + tens
    else:
        figures = int(groups["decade"])
        start = figures if figures > 99 else 1900 + figures if figures >= 20 else 2000 + figures
    return spanning((date(start, 1, 1), date(start + 9, 12, 31)))


def _century(groups: Groups, frame: Frame) -> Reading | None:
    first = 100 * (int(groups["nth"]) - 1)
    return spanning((date(max(first, 1), 1, 1), date(first + 99, 12, 31)))


def _numbered_month(groups: Groups, frame: Frame) -> Reading | None:
    month = int(groups["month_number"])
    return Reading(f"{int(groups['year']):04}-{month:02}") if 1 <= month <= 12 else None


def _neighbour_day(groups: Groups, frame: Frame) -> Reading | None:
    """The next day: after the day last spoken of, else after that of publication."""
    day = frame.other or frame.today
    return Reading(calendar.add_days(day, number("shift", groups)).isoformat()) if day else None


def _now(groups: Groups, frame: Frame) -> Reading | None:
    return Reading(frame.today.isoformat()) if frame.today else None


PERIODS: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "after_next": _after_next,
    "around": _around,
    "century": _century,
    "counted": _counted,
    "decade": _decade,
    "lasting": _lasting,
    "neighbour_day": _neighbour_day,
    "now": _now,
    "nth_week": _nth_week,
    "numbered_month": _numbered_month,
    "part_of_named": _part_of_named,
    "part_of_year": _part_of_year,
    "rest": _rest,
    "unit": _unit,
    "week_number": _week_number,
    "weekdays_of_week": _weekdays_of_week,
    "within": _within,
}
