"""A journey as one passage tells it; what several tell of the same journey is put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.annotate.references import Reference


class Trip(NamedTuple):
    """Persons going to a place; `token` is what the date and the modality hang on."""

    token: Token
    who: tuple[Reference, ...]
    place: Reference
    when: DateExpression | None
    modality: str
    rule: str

    @property
    def date(self) -> str | None:
        """The ISO date, of several days the first."""
        return self.when.value if self.when else None


def distinct(trips: Iterable[Trip]) -> list[Trip]:
    """Return each journey once, with the most exact date that the text has for it."""
    kept: list[Trip] = []
    for trip in trips:
        known = next((i for i, one in enumerate(kept) if _same(one, trip)), None)
        if known is None:
            kept.append(trip)
        elif trip.modality == kept[known].modality and _is_closer(trip, kept[known]):
            kept[known] = kept[known]._replace(when=trip.when)
    return kept


def _same(a: Trip, b: Trip) -> bool:
    """The same traveller at the same place, no date against it."""
    if a.place.entity.id != b.place.entity.id or not _may_agree(a.when, b.when):
        return False
    return not {one.entity.id for one in a.who}.isdisjoint(one.entity.id for one in b.who)


def _may_agree(a: DateExpression | None, b: DateExpression | None) -> bool:
    """Is one unknown, the same, or a day within the other's days?"""
    if a is None or b is None or a.value == b.value:
        return True
    return _within(a, b) or _within(b, a)


def _within(day: DateExpression, span: DateExpression) -> bool:
    return span.until is not None and span.first <= day.first and day.last <= span.last


def _is_closer(new: Trip, old: Trip) -> bool:
    if new.when is None or old.when is None:
        return old.when is None and new.when is not None
    return new.when.value != old.when.value and _within(new.when, old.when)
