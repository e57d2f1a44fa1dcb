"""First and last days: of a year or month, of the week around a day, of a part of these."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]  # first and last day, both inside

_DAY = timedelta(days=1)
_THIRD = {"end": 2, "middle": 1, "beginning": 0, "start": 0}


def span_of(value: str, until: str | None = None) -> Span:
    """The days of an ISO day, month or year, or from the first of one to the last of another."""
    return _first(value), _last(until or value)


def _first(value: str) -> date:
    return date.fromisoformat(f"{value}-01-01"[:10])


def _last(value: str) -> date:
    if len(value) == 10:
        return date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7] or 12)
    return date(year, month, monthrange(year, month)[1])


def unit_span(day: date, unit: str) -> Span:
    """The week (Monday to Sunday), month, year or decade a day lies in, or the day itself."""
    if unit == "week":
        monday = day - day.weekday() * _DAY
        return monday, monday + 6 * _DAY
    if unit == "decade":
        return date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31)
    return span_of(day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]])


def nth_week(span: Span, nth: int) -> Span | None:
    """The nth week of a month or year, 0 for the last: as in ISO 8601, one belongs where its Thursday is."""
    first, last = span
    if nth == 0:
        thursday = last - (last.weekday() - 3) % 7 * _DAY
    else:
        thursday = first + ((3 - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
    return unit_span(thursday, "week") if first <= thursday <= last else None


def part_of(span: Span, edge: str, today: date | None) -> Span:
    """What *early*, *late*, *mid* or *the end of* leave of a span; *earlier* and *later* count from today."""
    first, last = span
    if edge in ("earlier", "later"):
        inside = today is not None and first <= today <= last
        return span if not inside or today is None else (first, today) if edge == "earlier" else (today, last)
    length = (last - first).days + 1
    if edge not in {"early", "late", "mid", *_THIRD} or length < 7:
        return span
    if length > 300:
        return _part_of_year(first.year, edge)
    if edge in ("mid", "middle"):
        return (first + _DAY, first + 4 * _DAY) if length == 7 else (first + 9 * _DAY, first + 19 * _DAY)
    half = 3 if length == 7 else 15
    if edge in ("late", "end"):
        return first + half * _DAY, last
    return first, first + (half - 1) * _DAY


def _part_of_year(year: int, edge: str) -> Span:
    """Halves for *early* and *late*, thirds for the others."""
    if edge in ("early", "late"):
        months = (1, 6) if edge == "early" else (7, 12)
    else:
        third = _THIRD.get(edge, 1)
        months = (4 * third + 1, 4 * third + 4)
    return span_of(f"{year:04}-{months[0]:02}", f"{year:04}-{months[1]:02}")
