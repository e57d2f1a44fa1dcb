"""One communication as a place of the text tells it, and how several places tell of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.arguments.one_by_one import one_by_one
from eventgraph.extract.arguments.timing import date_of
from eventgraph.extract.communications.pair import Pair, pair_before, pair_of_clause
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.modality import modality


class Talk(NamedTuple):
    """Who communicates with whom; `trigger` is what date and modality hang on."""

    trigger: Token
    sender: tuple[Reference, ...]
    recipient: tuple[Reference, ...]
    place: tuple[Reference, ...]
    kind: str
    date: str | None
    modality: str
    rule: Rule

    @property
    def sides(self) -> frozenset[str]:
        """The entity ids of all who take part."""
        return frozenset(one.entity.id for one in (*self.sender, *self.recipient))


def make_talk(
    match: Match, sender: Sequence[Reference], recipient: Sequence[Reference], place: Sequence[Reference]
) -> Talk:
    """Return what a match tells between two sides."""
    kind, date, grade = str(match.rule.attributes["kind"]), date_of(match.trigger), modality(match.trigger)
    return Talk(match.trigger, tuple(sender), tuple(recipient), tuple(place), kind, date, grade, match.rule)


def each(talk: Talk) -> list[Talk]:
    """Return the talks that one verb tells of: *met Lee on Monday and Kim on Friday* is two."""
    parts = one_by_one(talk.trigger, talk.recipient)
    everybody = [one.entity.id for side in (talk.sender, *(part.who for part in parts)) for one in side]
    if not parts or len(set(everybody)) < len(everybody):
        return [talk]
    date = None if any(part.date for part in parts) else talk.date
    place = () if any(part.place for part in parts) else talk.place
    return [
        talk._replace(recipient=tuple(part.who), place=tuple(part.place) or place, date=part.date or date)
        for part in parts
    ]


def both_again(match: Match, talks: Sequence[Talk]) -> Talk | None:
    """*They agreed to meet again*: two told of before; None if it tells nothing new of them."""
    pair = pair_of_clause(match.trigger) or pair_before(match.arguments["from"][0], _pairs(talks))
    if pair is None:
        return None
    found = make_talk(
        match,
        [inferred(one, "both-of-before") for one in pair.one],
        [inferred(one, "both-of-before") for one in pair.other],
        (),
    )
    return found if _is_new(found, talks) else None


def both_sides(tokens: Sequence[Token], talks: Sequence[Talk]) -> list[Reference]:
    """*talking to both sides*: the two told of before."""
    both = [one for one in tokens if any(child.lower_ in {"both", "two"} for child in one.lefts)]
    pair = pair_before(both[0], _pairs(talks), alone=True) if len(both) == len(tokens) == 1 else None
    return [inferred(one, "both-of-before") for one in (*pair.one, *pair.other)] if pair else []


def _pairs(talks: Sequence[Talk]) -> list[Pair]:
    return [Pair(talk.trigger.i, talk.sender, talk.recipient) for talk in talks]


def _is_new(found: Talk, talks: Sequence[Talk]) -> bool:
    """Is it another communication than those told of the same two?"""
    same = [talk for talk in talks if talk.sides == found.sides]
    if not same or found.modality != "asserted":
        return True
    return found.date is not None and found.date not in {talk.date for talk in same}


def told_alike(talks: Sequence[Talk]) -> list[Talk]:
    """Return the talks so that places that tell of one communication tell the same of it.

    *discussed the war*, where the two are told to have met, is that meeting; one date is the date of all.
    """
    events = [talk for talk in talks if "part" not in talk.rule.flags]
    return [_as_told(talk, events) for talk in talks]


def _as_told(talk: Talk, events: Sequence[Talk]) -> Talk:
    same = [other for other in events if _is_one(talk, other)]
    if "part" in talk.rule.flags and same:
        nearest = min(same, key=lambda other: abs(other.trigger.i - talk.trigger.i))
        talk = talk._replace(kind=nearest.kind)
    dates = {other.date for other in same if other.kind == talk.kind and other.date}
    return talk._replace(date=dates.pop()) if talk.date is None and len(dates) == 1 else talk


def _is_one(talk: Talk, other: Talk) -> bool:
    dated = talk.date is None or other.date is None or talk.date == other.date
    return dated and talk.modality == other.modality and talk.sides == other.sides
