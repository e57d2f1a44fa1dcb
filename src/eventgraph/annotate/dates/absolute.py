"""Dates that name a day of the month, a month or a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from eventgraph.annotate.dates import calendar
from eventgraph.annotate.dates.frame import (
    Frame,
    Groups,
    Reading,
    Tense,
    day_number,
    exactly,
    month_value,
    number,
)
from eventgraph.annotate.dates.lexicon import date_lexicon
from eventgraph.annotate.dates.year import year_of

_FAR = 60  # days from the day of publication


def _day(groups: Groups, frame: Frame) -> Reading | None:
    return exactly(_resolve_day(groups, frame, day_number(groups["day" if "day" in groups else "ordinal"])))


def _days(groups: Groups, frame: Frame) -> Reading | None:
    end_groups = {**groups, "month": groups["until_month"]} if "until_month" in groups else groups
    end = _resolve_day(end_groups, frame, day_number(groups["until_day"]))
    start = _resolve_day(
        groups, frame._replace(today=end, year=end.year) if end else frame, day_number(groups["day"])
    )
    if not (start and end and start < end):
        return None
    if "and" in groups and groups.get("range", "").lower() != "between" and (end - start).days > 1:
        return None  # "3 and 9 June" are two days, not seven
    return Reading(start.isoformat(), end.isoformat())


def _numeric(groups: Groups, frame: Frame) -> Reading | None:
    """Day and month in either order, if only one order is possible or both are the same."""
    a, b = int(groups["a"]), int(groups["b"])
    orders = {(day, month) for day, month in ((a, b), (b, a)) if month <= 12}
    if len(orders) != 1:
        return None
    day, month = orders.pop()
    return exactly(_resolve_day({**groups, "month_number": str(month)}, frame, day))


def _month(groups: Groups, frame: Frame) -> Reading | None:
    month, year = number("month", groups), year_of(groups, frame)
    if year is None and frame.today:
        year = _nearest_year(month, frame.today, groups.get("which", "").lower(), frame.tense)
    return month_value(year, month) if year else None


def _nearest_year(month: int, today: date, which: str, tense: Tense | None) -> int:
    """Last May is before this month, next May after it; else the nearest that suits the tense."""
    ahead = (month - today.month) % 12
    if which == "this":
        return today.year
    if which in ("next", "coming"):
        ahead = ahead or 12
    elif which or _is_behind(ahead, today, tense):
        ahead -= 12
    return calendar.add_months(today, ahead)[0]


def _is_behind(ahead: int, today: date, tense: Tense | None) -> bool:
    """Whether a month that comes in `ahead` months means the last one of its name.

    Of a month shortly ahead in the same year it would say *last*: then even a past sentence means the next.
    """
    if tense == "past":
        return ahead >= 3 or today.month + ahead > 12
    return tense is None and ahead >= 6


def _year_alone(groups: Groups, frame: Frame) -> Reading | None:
    year = year_of(groups, frame)
    return Reading(f"{year:04}") if year and (year > 999 or "era" in groups) else None


def _years(groups: Groups, frame: Frame) -> Reading | None:
    year, until = int(groups["year"]), int(groups["until_year"])
    return Reading(f"{year:04}", f"{until:04}") if year < until else None


def _nth_weekday(groups: Groups, frame: Frame) -> Reading | None:
    where = _month_reading(groups, frame)
    if where is None:
        return None
    year, month = map(int, where.value.split("-"))
    nth = number("ordinal", groups) if "ordinal" in groups else 0
    return exactly(calendar.nth_weekday(year, month, number("weekday", groups), nth))


def _month_reading(groups: Groups, frame: Frame) -> Reading | None:
    if "month" in groups:
        return _month(groups, frame)
    shift = date_lexicon().number("shift", groups.get("which", "this"))
    return month_value(*calendar.add_months(frame.today, shift)) if frame.today else None


def _resolve_day(groups: Groups, frame: Frame, day: int) -> date | None:
    if "month" not in groups and "month_number" not in groups:
        return _day_of_month(groups, frame, day)
    month = int(groups["month_number"]) if "month_number" in groups else number("month", groups)
    year = year_of(groups, frame)
    if year is None and frame.today:
        return _yearless(frame.today, month, day, frame.tense)
    year = year or frame.year
    return calendar.get_day(year, month, day) if year else None


def _yearless(today: date, month: int, day: int, tense: Tense | None) -> date | None:
    """The nearest such day, but not months ago for what is to come, nor far into next year for the past."""
    nearest = calendar.nearest_day(today, month, day)
    if nearest and tense == "future" and (today - nearest).days > _FAR:
        return calendar.get_day(nearest.year + 1, month, day)
    if nearest and tense == "past" and (nearest - today).days > _FAR and nearest.year > today.year:
        return calendar.get_day(today.year, month, day)
    return nearest


def _day_of_month(groups: Groups, frame: Frame, day: int) -> date | None:
    """Friday the 15th, on the 15th: of this month or the one the tense points to."""
    if frame.today is None:
        return None
    if "which" in groups:
        shift = date_lexicon().number("shift", groups["which"])
        return calendar.get_day(*calendar.add_months(frame.today, shift), day)
    found = [calendar.get_day(*calendar.add_months(frame.today, shift), day) for shift in (-1, 0, 1)]
    days = [d for d in found if d and ("weekday" not in groups or d.weekday() == number("weekday", groups))]
    late, early = [d for d in days if d >= frame.today], [d for d in days if d <= frame.today]
    return min(late, default=None) if frame.tense == "future" else max(early, default=min(late, default=None))


ABSOLUTE: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "nth_weekday": _nth_weekday,
    "numeric": _numeric,
    "year": _year_alone,
    "years": _years,
}
