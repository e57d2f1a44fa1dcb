"""Days of the week: *on Friday*, *last Monday*, *at the weekend*."""

from __future__ import annotations

from datetime import date, timedelta

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.frame import Frame, Groups, Reading, Tense, count, exactly, number
from eventgraph.annotate.dates.lexicon import date_lexicon


def on_weekday(groups: Groups, frame: Frame) -> Reading | None:
    """Friday, last Friday, Friday of next week."""
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


def on_weekdays(groups: Groups, frame: Frame) -> Reading | None:
    """Two Sundays ago, two Sundays from now."""
    if frame.today is None:
        return None
    weekday, weeks = number("weekday", groups), 7 * (count(groups) - 1)
    if groups["way"].lower() == "ago":
        return exactly(
            calendar.add_days(calendar.last_weekday(frame.today - timedelta(days=1), weekday), -weeks)
        )
    return exactly(calendar.add_days(calendar.next_weekday(frame.today + timedelta(days=1), weekday), weeks))


def at_weekend(groups: Groups, frame: Frame) -> Reading | None:
    """The weekend, next weekend."""
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
