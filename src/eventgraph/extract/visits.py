"""Visits: which persons or delegations travel where. What counts is in `rules/visit.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from spacy.tokens import Doc, Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.home import homes, is_abroad
from eventgraph.extract.arguments.one_by_one import Part, one_by_one
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.arguments.places import PLACES, places, site_of
from eventgraph.extract.arguments.timing import date_expression, is_since
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.extract.modality import combine, modality
from eventgraph.extract.modality.cues import Modality
from eventgraph.lexicon import words
from eventgraph.model import Claim

BETWEEN = frozenset({",", "on", "from", "between"})  # a place and its date
WITHIN = frozenset({"in", "at", "near", "outside", "of"})


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


class Visits:
    """Claims of type `visit`."""

    name = "visits"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "visit.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each journey to each place, however often the article tells it."""
        for trip in _distinct(self.trips(doc)):
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


def _read(match: Match, at_home: Mapping[str, frozenset[str]]) -> Iterator[Trip]:
    """One trip for each place."""
    heads = match.arguments["who"]
    travellers = [one for one in parties(heads) if _travels(one, match.trigger.doc)]
    met = [one for one in travellers if one.head > match.trigger.i and "meeting" in match.rule.flags]
    parts = one_by_one(match.trigger, met)
    apart = [match.trigger.doc[place.head] for part in parts for place in part.place]
    for head in dict.fromkeys((*match.arguments["place"], *_after_dates(match.trigger), *apart)):
        place = None if _is_land_of_city(head) else _place(head) or _place_in(head)
        if place is None:
            continue
        who = [one for one in travellers if one.entity.id != place.entity.id]
        if "meeting" in match.rule.flags:
            who = [one for one in who if is_abroad(one, place, at_home) and not _elsewhere(one, place, parts)]
        if who:
            yield _trip(match, who, head, place)


def _elsewhere(one: Reference, place: Reference, parts: Sequence[Part]) -> bool:
    """*met Lee in Oslo and Kim in Bern*: Lee was not in Bern."""
    own = [part for part in parts if one.entity.id in {met.entity.id for met in part.who}]
    return bool(own) and all(place.entity.id not in {at.entity.id for at in part.place} for part in own)


def _after_dates(trigger: Token) -> Iterator[Token]:
    """*visited Turkey on 4 April and Kenya on 6 April*: Kenya, hung on the verb or the date."""
    if trigger.pos_ != "VERB":
        return
    dates = [child for child in trigger.rights if child.dep_ in {"obl", "obl:unmarked"}]
    for one in (trigger, *dates):
        yield from (child for child in one.rights if child.dep_ == "conj" and child.ent_type_ in PLACES)


def _is_land_of_city(head: Token) -> bool:
    """*to Kingston, Jamaica, and Oslo*: Jamaica only says where Kingston is."""
    first = head
    while first.i > 2 and first.ent_iob_ == "I":
        first = first.nbor(-1)
    before = head.doc[max(first.i - 2, 0) : first.i]
    if head.ent_type_ != "country" or len(before) < 2 or before[1].text != ",":
        return False
    city = reference(before[0])
    return city is not None and city.entity.type == "place"


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


def _place(head: Token) -> Reference | None:
    """The place a word names; *the capital, Tunis*, *the city of Jolo* by the name beside it."""
    near = [head, *(child for child in head.children if child.dep_ in {"appos", "nmod", "flat", "nmod:desc"})]
    known = [head] if not _is_region(head) else near
    found = (reference(one) for one in known)
    return next(
        (one for one in found if one and one.entity.type in PLACES and one.mention.via == "name"), None
    )


def _place_in(head: Token) -> Reference | None:
    """*visited a camp in northern Jordan*: Jordan, where what is visited has no name.

    Not *went to school in Jordan*, which is no journey.
    """
    if site := places(site_of(head)):
        return site[0]  # at Vienna's airport
    if head.tag_ == "NN" and all(child.dep_ == "case" for child in head.lefts) and preposition(head):
        return None
    inner = [child for child in head.rights if child.dep_ == "nmod" and preposition(child) in WITHIN]
    return next((place for child in inner if (place := _place(child))), None)


def _is_region(head: Token) -> bool:
    return head.lemma_.lower() in words("attack.regions")


def _travels(party: Reference, doc: Doc) -> bool:
    """Persons, and groups of office holders: no tourists, refugees or troops."""
    if party.entity.type == "person":
        return not _is_storm(party, doc)
    head = doc[party.head]
    return party.entity.type == "group" and (
        is_title(head) or head.lemma_.lower() in words("travel.delegations")
    )


def _is_storm(party: Reference, doc: Doc) -> bool:
    """*Hurricane Dora reached Haiti*, *after Dora reached Haiti*."""
    heads = [one.head for one in doc._.references.values() if one.entity.id == party.entity.id]
    before = {child.lemma_.lower() for i in heads for child in (doc[i], *doc[i].lefts)}
    return not before.isdisjoint(words("travel.storms"))


def _distinct(trips: Iterator[Trip]) -> list[Trip]:
    kept: list[Trip] = []
    for trip in trips:
        if not any(_same(one, trip) for one in kept):
            kept.append(trip)
    return kept


def _same(a: Trip, b: Trip) -> bool:
    """The same traveller at the same place, no date against it."""
    if a.place.entity.id != b.place.entity.id or (a.date and b.date and a.date != b.date):
        return False
    return not {one.entity.id for one in a.who}.isdisjoint(one.entity.id for one in b.who)


def _claim(trip: Trip) -> Claim | None:
    return make_claim(
        trip.token,
        "visit",
        {"who": trip.who, "place": [trip.place]},
        {"date": trip.date, "modality": trip.modality},
        trip.rule,
    )
