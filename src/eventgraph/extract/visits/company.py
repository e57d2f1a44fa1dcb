"""Who came along: *Lee was accompanied by Kim*, told beside the journey or a sentence later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.modality import modality
from eventgraph.extract.visits.travellers import travellers
from eventgraph.extract.visits.trip import Trip

AFTER = 2  # sentences from the journey to those who came along
KIND = {"asserted": {"asserted"}, "planned": {"planned", "asserted"}}


class Company(NamedTuple):
    """`who` came along with `whom`, told at `cue`."""

    cue: Token
    who: Sequence[Reference]
    whom: frozenset[str]


class Companies:
    """Adds to journeys those who came along."""

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "visit_company.yml",)))

    def join(self, doc: Doc, trips: Sequence[Trip]) -> list[Trip]:
        """Return the trips, each with those who are said to be of the party."""
        joined = list(trips)
        for company in self._told(doc):
            for i in _nearest(company, joined):
                joined[i] = _with(joined[i], company.who)
        return joined

    def _told(self, doc: Doc) -> list[Company]:
        found = []
        for match in self._matcher.matches(doc):
            who, whom = (travellers(match.arguments[name], doc) for name in ("who", "whom"))
            told = modality(match.trigger) in {"asserted", "planned"}
            if who and whom and told and match.trigger._.prose:
                found.append(Company(match.trigger, who, frozenset(one.entity.id for one in whom)))
        return found


def _nearest(company: Company, trips: Sequence[Trip]) -> list[int]:
    """The journeys of whom they went with, in the nearest sentence before that tells one, else the next."""
    own = [(i, _apart(company.cue, one.token)) for i, one in enumerate(trips) if _is_of(one, company)]
    before = [apart for _, apart in own if 0 <= apart <= AFTER]
    nearest = min(before, default=-1)
    return [i for i, apart in own if apart == nearest]


def _is_of(trip: Trip, company: Company) -> bool:
    happens = trip.modality in KIND.get(modality(company.cue), ())
    return happens and not company.whom.isdisjoint(one.entity.id for one in trip.who)


def _apart(cue: Token, trip: Token) -> int:
    """Sentences from the journey to the cue, below nothing if the journey is told later."""
    between = cue.doc[min(cue.i, trip.i) + 1 : max(cue.i, trip.i) + 1]
    starts = sum(bool(token.is_sent_start) for token in between)
    return starts if trip.i <= cue.i else -starts


def _with(trip: Trip, more: Sequence[Reference]) -> Trip:
    known = {one.entity.id for one in trip.who} | {trip.place.entity.id}
    new = (inferred(one, "came-along") for one in more if one.entity.id not in known)
    return trip._replace(who=(*trip.who, *(one for one in new if one)))
