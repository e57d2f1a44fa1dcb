"""What one place of the text tells of an attack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.charges import charge_of
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.kind import kind_of
from eventgraph.extract.attacks.participants import are_told, participants
from eventgraph.extract.attacks.told_before import is_another, is_definite, is_new, recalls
from eventgraph.extract.attacks.vague import is_sum, is_vague
from eventgraph.extract.attacks.violence import is_violent
from eventgraph.extract.attacks.when import day_of, is_at_another_time
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words


class Telling(NamedTuple):
    """An attack as told in one place; `rule` is the rule's id.

    `new`: told as one not told before (*a second bombing*). `definite`: as one told before (*the attack*).
    `quoted`: in somebody's own words. `headline`: in a headline.
    """

    trigger: Token
    attackers: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    places: tuple[Reference, ...]
    kind: str
    date: str | None
    modality: str
    rule: str
    new: bool = False
    definite: bool = False
    quoted: bool = False
    headline: bool = False


def read_telling(match: Match, last: Telling | None) -> Telling | None:
    """Return what a match tells; None where it has no target or place, or may be no violence at all.

    `last` is the telling before it in the article.
    """
    event = "event" in match.rule.flags
    if event and _is_no_event(match, last):
        return None
    who, what, where = participants(match)
    if event and last and not (are_told(what) or where) and is_another(match.trigger):
        where = [inferred(one, "same-story") for one in last.places[:1]]
    grade = _modality(match.trigger)
    if not is_violent(match, who, what) or not (what or (event and where)):
        return None
    if grade != "asserted" and (event or not _are_named(who) or not _are_named(what)):
        return None
    new = (event and is_new(match.trigger)) or is_at_another_time(match.trigger)
    definite = is_definite(match.trigger) if event else recalls(match.trigger)
    told = tuple(who), tuple(what), tuple(where), kind_of(match), day_of(match.trigger), grade
    return Telling(match.trigger, *told, match.rule.id, new, definite, headline=match.trigger._.headline)


def _is_no_event(match: Match, last: Telling | None) -> bool:
    """*a stabbing spree*: the spree is the event; *the attack*, where one was told before, is no other."""
    noun = match.trigger
    sides = [head for name in ("attacker", "target") for head in match.arguments.get(name, ())]
    if noun.dep_ in {"compound", "amod"} or is_vague(noun, last is not None, sides) or is_sum(noun):
        return True
    return last is not None and "anaphor" in match.rule.flags and is_definite(noun)


def _are_named(references: Sequence[Reference]) -> bool:
    return any(one.mention.via != "nominal" for one in references)


def _modality(trigger: Token) -> str:
    """*urged them to cease the strikes*, *attempted murder*: the strikes are a fact, so is the attempt."""
    if any(child.lower_ == "attempted" for child in trigger.lefts):
        return "asserted"
    presupposed = trigger.dep_ == "obj" and trigger.head.lemma_.lower() in words("attack.presuppose")
    return "asserted" if presupposed else modality(charge_of(trigger) or trigger)
