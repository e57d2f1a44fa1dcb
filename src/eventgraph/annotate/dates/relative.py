"""Dates counted from the day of publication, or from another date of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.frame import Frame, Groups, Reading, amounts, exactly, number, spanning
from eventgraph.annotate.dates.lexicon import date_lexicon, normal
from eventgraph.annotate.dates.span import unit_span
from eventgraph.annotate.dates.weekday import at_weekend, on_weekday, on_weekdays


def _day_word(groups: Groups, frame: Frame) -> Reading | None:
    return exactly(frame.today and calendar.add_days(frame.today, number("day_word", groups)))


def _overnight(groups: Groups, frame: Frame) -> Reading | None:
    return Reading(frame.today.isoformat(), approximate=True) if frame.today else None


def _period(groups: Groups, frame: Frame) -> Reading | None:
    """Last week, this month, next year; a day by these words is none."""
    if frame.today is None or normal(groups["unit"]) == "day" or groups["shift"].lower() == "following":
        return None
    return _move(frame.today, {normal(groups["unit"]): number("shift", groups)})


def _move(day: date, counts: Mapping[str, int]) -> Reading | None:
    """A day moved by counted units, known no more exactly than by the smallest of them."""
    months = counts.get("month", 0) + 12 * counts.get("year", 0)
    moved = calendar.move(day, months, counts.get("day", 0) + 7 * counts.get("week", 0))
    return _round(moved, min(counts, key=date_lexicon().words["unit"].__getitem__)) if moved else None


def _round(day: date, unit: str) -> Reading | None:
    """The unit a day lies in; a week is known by its month, if all of it lies in one."""
    if unit != "week":
        return Reading(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]])
    return spanning(unit_span(day, "week"))


def _ago(groups: Groups, frame: Frame) -> Reading | None:
    start = frame.today and calendar.add_days(
        frame.today, number("day_word", groups) if "day_word" in groups else 0
    )
    return _move(start, amounts(groups["amounts"], 1 if "onward" in groups else -1)) if start else None


def _ahead(groups: Groups, frame: Frame) -> Reading | None:
    """In three days: a date if the sentence looks ahead, else a length of time."""
    return (
        _move(frame.today, amounts(groups["amounts"], 1)) if frame.today and frame.tense == "future" else None
    )


def _few_days_ago(groups: Groups, frame: Frame) -> Reading | None:
    """Two to seven days ago: known to the month, if all of them lie in one."""
    if frame.today is None:
        return None
    return spanning((calendar.add_days(frame.today, -7), calendar.add_days(frame.today, -2)))


def _other_day(groups: Groups, frame: Frame) -> Reading | None:
    if frame.other is None:
        return None
    if "other_day" in groups:
        return exactly(calendar.add_days(frame.other, number("other_day", groups)))
    return exactly(calendar.add_days(frame.other, number("number", groups) * number("direction", groups)))


RELATIVE: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "ago": _ago,
    "ahead": _ahead,
    "day_word": _day_word,
    "few_days_ago": _few_days_ago,
    "other_day": _other_day,
    "overnight": _overnight,
    "period": _period,
    "weekday": on_weekday,
    "weekdays": on_weekdays,
    "weekend": at_weekend,
}
