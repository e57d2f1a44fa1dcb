"""When a talk without a date took place: on the dated journey that it was part of."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.communications.talk import Talk
from eventgraph.extract.visits.trip import Trip

MONTH = 7  # characters of an ISO date


def dated(talks: Sequence[Talk], trips: Sequence[Trip]) -> list[Talk]:
    """Return the talks, those without a date dated by the journey to where they took place.

    *Lee visited Peru on 4 May. In Peru, she met the premier*: 4 May; of a journey of several days, its month.
    """
    return [talk._replace(date=_date(talk, trips)) if talk.date is None else talk for talk in talks]


def _date(talk: Talk, trips: Sequence[Trip]) -> str | None:
    present = {one.entity.id for one in talk.sender}
    own = [
        trip
        for trip in trips
        if trip.modality == talk.modality and not present.isdisjoint(one.entity.id for one in trip.who)
    ]
    there = {one.entity.id for one in talk.place}
    there |= {trip.place.entity.id for trip in own if trip.token.sent == talk.trigger.sent}
    dates = {_when(trip) for trip in own if trip.place.entity.id in there and trip.when}
    return dates.pop() if len(there) == 1 and len(dates) == 1 else None


def _when(trip: Trip) -> str | None:
    whole = trip.when is None or trip.when.until is None
    return trip.date if whole or trip.date is None else trip.date[:MONTH]
