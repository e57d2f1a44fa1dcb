"""What one place of the text tells of an attack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.charges import charge_of
from eventgraph.extract.attacks.resuming import resumes
from eventgraph.extract.attacks.scenes import named_before, places_of
from eventgraph.extract.attacks.targets import attackers, inferred, owners, targets
from eventgraph.extract.attacks.violence import is_sum, is_vague, is_violent, kind_of
from eventgraph.extract.attacks.when import day_of, is_at_another_time, is_charge
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import (
    agents,
    expanded,
    first_conjunct,
    obliques,
    preposition,
)
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
NEW = frozenset({"a", "an", "another", "second", "third", "other"})
BLAMING = frozenset({"blame", "pin", "attribute"})
ANYBODY = frozenset({"people", "others", "person"})


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
    who, what, where = _participants(match)
    if event and last and not (_are_told(what) or where) and _is_another(match.trigger):
        where = [inferred(one, "same-story") for one in last.places[:1]]
    grade = _modality(match.trigger)
    if not is_violent(match, who, what) or not (what or (event and where)):
        return None
    if grade != "asserted" and (event or not _are_named(who) or not _are_named(what)):
        return None
    new = (event and _is_new(match.trigger)) or is_at_another_time(match.trigger)
    definite = _is_definite(match.trigger) if event else _recalls(match.trigger)
    told = tuple(who), tuple(what), tuple(where), kind_of(match), day_of(match.trigger), grade
    return Telling(match.trigger, *told, match.rule.id, new, definite, headline=match.trigger._.headline)


def _is_no_event(match: Match, last: Telling | None) -> bool:
    """*a stabbing spree*: the spree is the event; *the attack*, where one was told before, is no other."""
    noun = match.trigger
    sides = [head for name in ("attacker", "target") for head in match.arguments.get(name, ())]
    if noun.dep_ in {"compound", "amod"} or is_vague(noun, last is not None, sides) or is_sum(noun):
        return True
    return last is not None and "anaphor" in match.rule.flags and _is_definite(noun)


def _participants(match: Match) -> tuple[list[Reference], list[Reference], list[Reference]]:
    """Who, whom or what, and where."""
    trigger, event = match.trigger, "event" in match.rule.flags
    who = attackers(_doers(match)) or (owners(trigger) if event else [])
    there = {one.entity.id for one in who}
    what = [one for one in targets(match.arguments.get("target", ())) if one.entity.id not in there]
    what = [one for one in what if not _is_anybody(one)] or what
    where = [*(named_before(trigger) if event else ()), *places_of(match)]
    if is_charge(trigger):
        where = [one for one in where if trigger.is_ancestor(trigger.doc[one.head])]
    return who, what, where


def _doers(match: Match) -> list[Token]:
    """Who did it, by the tree or, where that hangs a clause elsewhere, by what stands before it."""
    clause, heads = first_conjunct(match.trigger), list(match.arguments.get("attacker", ()))
    if "event" in match.rule.flags:
        return heads or _launchers(match.trigger)
    deed = _deed_before(clause) if clause.dep_ == "acl:relcl" and heads == [clause.head] else None
    return [deed] if deed is not None else heads


def _launchers(event: Token) -> list[Token]:
    """*a raid carried out by rebels*, *a strike on a hotel claimed by the group*, *one blamed on it*."""
    below = [one for one in event.subtree if one.i > event.i and one.dep_ in {"acl", "acl:relcl"}]
    verbs = (one for one in below if one.lemma_.lower() in words("attack.light") | {"claim"})
    blaming = (one for one in below if one.lemma_.lower() in BLAMING and modality(one) == "asserted")
    blamed = expanded([one for verb in blaming for one in obliques(verb, {"on", "to"})])
    return [one for verb in verbs for one in agents(verb)] or blamed


def _deed_before(clause: Token) -> Token | None:
    """*an attack on a camp that killed two*: the attack, where the tree makes it the camp that killed.

    *in answer to the air strike that killed him*: the strike, whatever the tree has killed him.
    """
    deeds = words("attack.events") | words("attack.munitions") | words("attack.bombs")
    that = next((one for one in clause.lefts if one.lower_ in {"that", "which"}), None)
    before = clause.doc[that.i - 1] if that is not None and that.i else clause
    above = clause.head.head if clause.head.dep_ == "nmod" else clause
    return next((one for one in (before, above) if one.lemma_.lower() in deeds and one != clause), None)


def _are_told(what: Sequence[Reference]) -> bool:
    """*killed two people* does not say whom."""
    return not all(_is_anybody(one) for one in what)


def _is_anybody(one: Reference) -> bool:
    return one.entity.name.lower() in ANYBODY


def _is_definite(noun: Token) -> bool:
    """*the attack*, *these attacks*; not *the Paris attacks*, which has a name of its own."""
    definite = any(child.lower_ in DEFINITE for child in noun.children if child.dep_ == "det")
    return definite and not _is_new(noun) and not any(reference(child) for child in noun.children)


def _recalls(verb: Token) -> bool:
    """*In that attack he killed a nurse*."""
    events = (
        one for one in obliques(verb, {"in", "during"}) if one.lemma_.lower() in words("attack.recalled")
    )
    return any(_is_definite(one) for one in events)


def _is_new(noun: Token) -> bool:
    """*a bombing*, *a second attack*, *three attacks*."""
    near = [child for child in noun.children if child.dep_ in {"det", "amod", "nummod", "det:predet"}]
    before = {child.lower_ for child in near}
    if resumes(noun):
        return False
    counted = any(child.dep_ == "nummod" for child in near)
    return bool(before & NEW) or (counted and not before & DEFINITE)


def _is_another(noun: Token) -> bool:
    """*a second blast killed two people*: where the first was; not *it counts as a mass shooting*."""
    return _is_new(noun) and preposition(noun) != "as"


def _are_named(references: Sequence[Reference]) -> bool:
    return any(one.mention.via != "nominal" for one in references)


def _modality(trigger: Token) -> str:
    """*urged them to cease the strikes*, *attempted murder*: the strikes are a fact, so is the attempt."""
    if any(child.lower_ == "attempted" for child in trigger.lefts):
        return "asserted"
    presupposed = trigger.dep_ == "obj" and trigger.head.lemma_.lower() in words("attack.presuppose")
    return "asserted" if presupposed else modality(charge_of(trigger) or trigger)
