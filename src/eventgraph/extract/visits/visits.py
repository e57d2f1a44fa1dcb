"""Visits: which persons or delegations travel where. What counts is in `rules/visit.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from spacy.tokens import Doc, Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.home import homes, is_abroad
from eventgraph.extract.arguments.one_by_one import Part, one_by_one
from eventgraph.extract.arguments.timing import date_expression, is_since
from eventgraph.extract.cancelled import is_called_off
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.modality import combine, modality
from eventgraph.extract.modality.cues import Modality
from eventgraph.extract.visits.company import Companies
from eventgraph.extract.visits.destinations import after_dates, place_at
from eventgraph.extract.visits.invited import answered
from eventgraph.extract.visits.travellers import travellers
from eventgraph.extract.visits.trip import Trip, distinct
from eventgraph.lexicon import words
from eventgraph.model import Claim

BETWEEN = frozenset({",", "on", "from", "between"})  # a place and its date


class Visits:
    """Claims of type `visit`."""

    name = "visits"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "visit.yml",)))
        self._companies = Companies()

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each journey to each place, however often the article tells it."""
        for trip in distinct(self._companies.join(doc, [_settled(trip) for trip in self.trips(doc)])):
            claim = _claim(trip)
            if claim:
                yield claim

    def trips(self, doc: Doc) -> Iterator[Trip]:
        """Yield every telling of a journey to a place, in the order of the text."""
        at_home = homes(doc)
        done: set[int] = set()
        for match in self._matcher.matches(doc):
            if match.trigger.i in done or not match.trigger._.prose:
                continue
            for trip in _read(match, at_home):
                done.add(match.trigger.i)
                yield trip


def _settled(trip: Trip) -> Trip:
    """The trip as the text goes on to tell of it: called off, or an invitation accepted."""
    off = trip.modality == "planned" and is_called_off(trip.token, words("travel.plans"))
    return trip._replace(modality="negated" if off else answered(trip) or trip.modality)


def _read(match: Match, at_home: Mapping[str, frozenset[str]]) -> Iterator[Trip]:
    """One trip for each place."""
    group = travellers(match.arguments["who"], match.trigger.doc)
    met = [one for one in group if one.head > match.trigger.i and "meeting" in match.rule.flags]
    parts = one_by_one(match.trigger, met)
    apart = [match.trigger.doc[place.head] for part in parts for place in part.place]
    for head in dict.fromkeys((*match.arguments["place"], *after_dates(match.trigger), *apart)):
        place = place_at(head)
        if place is None:
            continue
        who = [one for one in group if one.entity.id != place.entity.id]
        if "meeting" in match.rule.flags:
            who = [one for one in who if is_abroad(one, place, at_home) and not _elsewhere(one, place, parts)]
        if who:
            yield _trip(match, who, head, place)


def _elsewhere(one: Reference, place: Reference, parts: Sequence[Part]) -> bool:
    """*met Lee in Oslo and Kim in Bern*: Lee was not in Bern."""
    own = [part for part in parts if one.entity.id in {met.entity.id for met in part.who}]
    return bool(own) and all(place.entity.id not in {at.entity.id for at in part.place} for part in own)


def _trip(match: Match, who: Sequence[Reference], head: Token, place: Reference) -> Trip:
    """*Turkey on 4 April and Uzbekistan from 5 April*: a date beside the place goes before the verb's."""
    event = match.trigger
    if event.dep_ == "cop" or "above" in match.rule.flags:
        event = event.head.head if event.dep_ == "mark" else event.head
    when = _beside(head) or date_expression(event)
    grade = cast("Modality", match.rule.attributes.get("modality", "asserted"))
    return Trip(match.trigger, tuple(who), place, when, combine(grade, modality(event)), match.rule.id)


def _beside(head: Token) -> DateExpression | None:
    """The date that hangs on a place, or follows it: *Baku, Azerbaijan, on May 29, and Hanoi on May 31*."""
    spans = {child.i for child in head.children if child.dep_ in {"nmod", "nmod:unmarked"}}
    after = _after(head)
    for date in head.doc._.dates:
        span = head.doc.char_span(date.start, date.end, alignment_mode="expand")
        near = span is not None and (span.root.i in spans or head.i < span.start <= after)
        if near and not is_since(date):
            found: DateExpression = date
            return found
    return None


def _after(head: Token) -> int:
    """Where what follows a place begins, after commas, prepositions and the country it lies in."""
    words = head.doc[head.i + 1 : head.sent.end]
    passed = (one.ent_iob_ == "I" or one.ent_type_ == "country" or one.lower_ in BETWEEN for one in words)
    return head.i + 1 + next((i for i, skip in enumerate(passed) if not skip), len(words))


def _claim(trip: Trip) -> Claim | None:
    return make_claim(
        trip.token,
        "visit",
        {"who": trip.who, "place": [trip.place]},
        {"date": trip.date, "modality": trip.modality},
        trip.rule,
    )
