"""One communication as a place of the text tells it, and how several places tell of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.arguments.timing import date_of
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.grammar.syntax import expanded, logical_objects, subjects
from eventgraph.extract.modality import modality

NEAR = 3  # sentences between two sides and *they*
SINGLE = frozenset({"person", "country", "organization"})


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


def both_again(match: Match, last: Talk | None) -> Talk | None:
    """*They agreed to meet again*: the two told of last; None if it tells nothing new of them."""
    sides = _in_main_clause(match.trigger) or _told_before(match.trigger, last)
    if sides is None:
        return None
    sender, recipient = ([_inferred(one) for one in side] for side in sides)
    found = make_talk(match, sender, recipient, ())
    again = last is not None and last.sides == found.sides
    news = found.modality != "asserted" or (found.date and (last is None or found.date != last.date))
    return None if again and not news else found


def _in_main_clause(trigger: Token) -> tuple[list[Reference], list[Reference]] | None:
    """*Lee thanked Kim when they met*: Lee and Kim."""
    if trigger.dep_ != "advcl":
        return None
    clause = trigger.head
    sides = parties(expanded(subjects(clause))), parties(expanded(logical_objects(clause)))
    named = any(one.entity.type in SINGLE for side in sides for one in side)
    return sides if named and all(len(side) == 1 for side in sides) else None


def _told_before(trigger: Token, last: Talk | None) -> tuple[list[Reference], list[Reference]] | None:
    if last is None or any(len(side) != 1 for side in (last.sender, last.recipient)):
        return None
    between = trigger.doc[last.trigger.i : trigger.i]
    ends = sum(bool(token.is_sent_start) for token in between)
    return ([*last.sender], [*last.recipient]) if ends <= NEAR else None


def _inferred(one: Reference) -> Reference:
    mention = msgspec.structs.replace(one.mention, via="inferred", rule="both-of-before")
    return msgspec.structs.replace(one, mention=mention)


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
