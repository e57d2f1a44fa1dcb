"""Is it violence, and what kind? Words with peaceful senses need arms: *hit a base*, not *hit a record*."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.attacks.arms import is_armed
from eventgraph.extract.attacks.attackers import owners
from eventgraph.extract.attacks.gunfire import is_gunfire
from eventgraph.extract.attacks.targets import is_thing
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import obliques
from eventgraph.lexicon import words

DURING = frozenset({"in", "during", "at", "as part of", "for"})


def is_violent(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """Does the match tell of violence by `who` against `what`? See the flags in `rules/attack_verb.yml`."""
    flags, heads = match.rule.flags, match.arguments.get("attacker", ())
    weapons = words("attack.munitions") | words("attack.bombs")
    weapon = any(head.lemma_.lower() in weapons or is_gunfire(head) for head in heads)
    if "weapon" in flags and heads and not who and not weapon:
        return False
    if match.rule.name.endswith("in-operation") and _are_own(match, who, what):
        return False
    if _is_search(match.trigger, who) or _is_story(match.trigger) or _is_drill(match):
        return False
    if "armed" not in flags or weapon:
        return True
    return _is_armed(match, who, what) if heads else "agentless" in flags


def _are_own(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """*A US soldier died in a US raid*."""
    theirs = {owner.entity.id for one in what for owner in owners(match.trigger.doc[one.head])}
    return not theirs.isdisjoint(one.entity.id for one in who)


def _is_search(trigger: Token, who: Sequence[Reference]) -> bool:
    """*Police raided three homes*."""
    police = [one for one in who if "police" in one.entity.name.lower()]
    return trigger.lemma_.lower() == "raid" and bool(police) and len(police) == len(who)


def _is_story(trigger: Token) -> bool:
    """*The film tells of soldiers who attack a village*."""
    above = (child for one in trigger.ancestors for child in one.children if child.dep_ == "nsubj")
    return any(child.lemma_.lower() in words("attack.fiction") for child in above)


def _is_drill(match: Match) -> bool:
    """*In a drill, soldiers stormed a village*; *stormed a mock village*; *simulated an attack*."""
    above = (match.trigger, *match.trigger.ancestors)
    practised = any(one.lemma_.lower() in words("attack.practised") for one in above)
    drills = (noun.lemma_.lower() for noun in obliques(match.trigger, DURING))
    sides = (match.trigger, *(head for heads in match.arguments.values() for head in heads))
    mock = any(child.lower_ in words("attack.mock") for head in sides for child in head.lefts)
    return practised or mock or not words("attack.drills").isdisjoint(drills)


def _is_armed(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """Someone who bears arms; a state against a place or a thing; or, for *attack*, people against people."""
    doc, attacks = match.trigger.doc, "agentless" in match.rule.flags
    sides = (*who, *what) if "mutual" in match.rule.flags else who
    state = any(one.entity.type == "country" for one in who)
    thing = any(one.entity.type == "place" or is_thing(doc[one.head]) for one in what)
    crowd = bool(who) and all(one.entity.type == "group" and not is_title(doc[one.head]) for one in who)
    mob = crowd and all(_is_crowd(one, doc[one.head]) for one in what)
    bears = any(is_armed(one, doc[one.head]) for one in sides if one.entity.type != "country")
    bears = bears or any(_is_called_armed(head) for head in match.arguments["attacker"])
    return bears or (state and (thing or attacks)) or (mob and attacks)


def _is_called_armed(noun: Token) -> bool:
    """*an extremist, Jan Novak*: what stands before the name says it."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words("attack.fighters") | words("attack.suspects")


def _is_crowd(one: Reference, head: Token) -> bool:
    """People without an office, or a thing without a name."""
    return is_thing(head) or (one.entity.type == "group" and not is_title(head))
