"""Calendar arithmetic: which day a weekday, a year-less date or a shifted month is."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def get_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def nearest_day(today: date, month: int, day: int) -> date | None:
    """The day of that name nearest to `today`; of two equally near the earlier."""
    years = (-4, 0, 4) if (month, day) == (2, 29) else (-1, 0, 1)
    found = [get_day(today.year + shift, month, day) for shift in range(years[0], years[-1] + 1)]
    return min((d for d in found if d), key=lambda d: (abs(d - today), d), default=None)


def add_days(day: date, days: int) -> date:
    """`day` moved. Raises OverflowError beyond the calendar, as `date` itself does."""
    return day + timedelta(days=days)


def add_months(day: date, months: int) -> tuple[int, int]:
    """Year and month, `months` after that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def move(day: date, months: int, days: int) -> date | None:
    """`day` moved by months, to the last day of a month too short, then by days."""
    year, month = add_months(day, months)
    if not 1 <= year <= 9999:
        return None
    return add_days(date(year, month, min(day.day, monthrange(year, month)[1])), days)


def last_weekday(today: date, weekday: int) -> date:
    """The latest such weekday (0 is Monday) that is not after `today`."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def next_weekday(today: date, weekday: int) -> date:
    """The first such weekday that is not before `today`."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def weekday_in_week(today: date, weekday: int, weeks: int) -> date:
    """That weekday of the ISO week `weeks` after today's."""
    return today - timedelta(days=today.weekday() - weekday - 7 * weeks)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month; nth 0 is the last one."""
    if nth == 0:
        return last_weekday(date(year, month, monthrange(year, month)[1]), weekday)
    first = next_weekday(date(year, month, 1), weekday)
    return get_day(year, month, first.day + 7 * (nth - 1))
