"""Spans of time counted from a day: the next three months, the rest of the week, the month after next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.absolute import ABSOLUTE
from eventgraph.annotate.dates.frame import Frame, Groups, Reading, amounts, number, spanning
from eventgraph.annotate.dates.lexicon import normal
from eventgraph.annotate.dates.span import Span, part_of, unit_span

_DAY = timedelta(days=1)


def _counted(groups: Groups, frame: Frame) -> Reading | None:
    """The next three months, from tomorrow; the past few days, up to yesterday; decades are whole."""
    if frame.today is None or groups["shift"].lower() == "following":
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


def shifted(day: date, unit: str, shift: int) -> date | None:
    """A day of the week, month, year or decade `shift` units on."""
    return _moved(day, {"month": 120} if unit == "decade" else {unit: 1}, shift)


def _moved(day: date, counts: dict[str, int], way: int) -> date | None:
    months = counts.get("month", 0) + 12 * counts.get("year", 0)
    return calendar.move(day, way * months, way * (counts.get("day", 0) + 7 * counts.get("week", 0)))


def _within(groups: Groups, frame: Frame) -> Reading | None:
    """Within 5 days, less than two weeks from tomorrow; told of the past, it counts from another day."""
    if frame.today is None or frame.tense == "past":
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
    """Earlier in the week, end of next month, this decade; the same year as the day last spoken of."""
    today = frame.other or frame.today if "same" in groups else frame.today
    if today is None:
        return None
    shift = number("shift", groups) if "shift" in groups else 0
    day = shifted(today, normal(groups["unit"]), shift)
    return spanning(cut(unit_span(day, normal(groups["unit"])), groups, frame)) if day else None


def cut(span: Span, groups: Groups, frame: Frame) -> Span:
    """The part of the span that the group `part` leaves."""
    return part_of(span, groups["part"].lower().split()[0], frame.today) if "part" in groups else span


def _after_next(groups: Groups, frame: Frame) -> Reading | None:
    if frame.today is None:
        return None
    if normal(groups["period"]) == "weekend":
        saturday = calendar.weekday_in_week(frame.today, 5, 2)
        return spanning((saturday, saturday + _DAY))
    day = shifted(frame.today, normal(groups["period"]), 2)
    return spanning(unit_span(day, normal(groups["period"]))) if day else None


def _neighbour_day(groups: Groups, frame: Frame) -> Reading | None:
    """The next day: after the day last spoken of, else after that of publication."""
    day = frame.other or frame.today
    return Reading(calendar.add_days(day, number("shift", groups)).isoformat()) if day else None


def _now(groups: Groups, frame: Frame) -> Reading | None:
    return Reading(frame.today.isoformat()) if frame.today else None


PERIODS: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "after_next": _after_next,
    "counted": _counted,
    "lasting": _lasting,
    "neighbour_day": _neighbour_day,
    "now": _now,
    "rest": _rest,
    "unit": _unit,
    "within": _within,
}
