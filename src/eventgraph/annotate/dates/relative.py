"""Dates counted from the day of publication, or from another date of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.frame import (
    Frame,
    Groups,
    Reading,
    Tense,
    amounts,
    count,
    exactly,
    number,
    spanning,
)
from eventgraph.annotate.dates.lexicon import date_lexicon, normal
from eventgraph.annotate.dates.span import unit_span


def _weekday(groups: Groups, frame: Frame) -> Reading | None:
    if frame.today is None:
        return None
    weekday, word = number("weekday", groups), groups.get("shift", "").lower()
    if "week" in groups:
        week = date_lexicon().number("shift", groups["week"])
        return exactly(calendar.weekday_in_week(frame.today, weekday, week))
    return exactly(_shifted_weekday(frame, frame.today, weekday, word))


def _shifted_weekday(frame: Frame, today: date, weekday: int, word: str) -> date | None:
    before = calendar.last_weekday(today, weekday)
    if word == "following":
        return calendar.add_days(calendar.last_weekday(frame.other, weekday), 7) if frame.other else None
    if word in ("coming", "upcoming"):
        return calendar.add_days(before, 7)
    if word in ("past", "previous"):
        return before if before < today else calendar.add_days(before, -7)
    if word == "last":
        # Late in the week, "last Monday" is this week's; early in it, the week before's.
        week_before = calendar.weekday_in_week(today, weekday, -1)
        return week_before if (today - week_before).days <= 10 else before
    if word == "next":
        return calendar.weekday_in_week(today, weekday, 1)
    if word:
        this = calendar.weekday_in_week(today, weekday, 0)
        return calendar.add_days(this, 7) if this < today and frame.tense == "future" else this
    return calendar.next_weekday(today, weekday) if frame.tense == "future" else before


def _weekdays(groups: Groups, frame: Frame) -> Reading | None:
    """Two Sundays ago, two Sundays from now."""
    if frame.today is None:
        return None
    weekday, weeks = number("weekday", groups), 7 * (count(groups) - 1)
    if groups["way"].lower() == "ago":
        return exactly(
            calendar.add_days(calendar.last_weekday(frame.today - timedelta(days=1), weekday), -weeks)
        )
    return exactly(calendar.add_days(calendar.next_weekday(frame.today + timedelta(days=1), weekday), weeks))


def _day_word(groups: Groups, frame: Frame) -> Reading | None:
    return exactly(frame.today and calendar.add_days(frame.today, number("day_word", groups)))


def _overnight(groups: Groups, frame: Frame) -> Reading | None:
    return Reading(frame.today.isoformat(), approximate=True) if frame.today else None


def _weekend(groups: Groups, frame: Frame) -> Reading | None:
    if frame.today is None:
        return None
    saturday = _saturday(frame.today, groups.get("shift", "the").lower(), frame.tense)
    return Reading(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())


def _saturday(today: date, word: str, tense: Tense | None) -> date:
    if word in ("last", "past", "previous"):
        return calendar.weekday_in_week(today, 5, -1)
    if word in ("next", "coming", "upcoming", "following"):
        return calendar.weekday_in_week(today, 5, 1 if word == "next" else 0)
    ahead = tense == "future" or (tense is None and word == "this")
    return calendar.weekday_in_week(today, 5, 0) if ahead else calendar.last_weekday(today, 5)


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
    "weekday": _weekday,
    "weekdays": _weekdays,
    "weekend": _weekend,
}
