"""Who attacked, whom or what, and where, by the match of a rule."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.attacks.attackers import attackers, owners
from eventgraph.extract.attacks.scenes import named_before, places_of
from eventgraph.extract.attacks.targets import targets
from eventgraph.extract.attacks.when import is_charge
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import agents, expanded, first_conjunct, obliques
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

BLAMING = frozenset({"blame", "pin", "attribute"})
ANYBODY = frozenset({"people", "others", "person"})


def participants(match: Match) -> tuple[list[Reference], list[Reference], list[Reference]]:
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


def are_told(what: Sequence[Reference]) -> bool:
    """*killed two people* does not say whom."""
    return not all(_is_anybody(one) for one in what)


def _is_anybody(one: Reference) -> bool:
    return one.entity.name.lower() in ANYBODY
