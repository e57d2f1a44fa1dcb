"""Is it violence, and what kind? Words with peaceful senses need arms: *hit a base*, not *hit a record*."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.attacks.targets import is_armed, is_gunfire, is_thing, owners
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import (
    agents,
    logical_objects,
    logical_subjects,
    objects,
    obliques,
    possessors,
    preposition,
)
from eventgraph.lexicon import load, words

WAGED = frozenset({"strike", "raid", "offensive", "siege", "barrage"})
SHOTS = frozenset({"shot", "fire", "gunfire"})
DURING = frozenset({"in", "during", "at", "as part of", "for"})
RANKS = frozenset({"worst", "deadliest", "latest", "biggest", "bloodiest", "largest", "last"})
SUMMING = frozenset({"in", "amid", "of"})
DEADLY = frozenset({"kill", "wound", "injure", "destroy", "leave"})
MEANS = frozenset({"in", "during", "by"})


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


def is_vague(noun: Token, follows: bool, sides: Sequence[Token] = ()) -> bool:
    """*a heart attack*; *a campaign*, *a strike* with nothing that tells of arms, nor `sides` that bear them.

    *the second blast* is none, if it `follows` an attack the article has told; nor *the siege of the town*.
    """
    word = noun.lemma_.lower()
    before = {child.lower_ for child in noun.lefts if child.dep_ in {"compound", "amod"}}
    if before & words("attack.peaceful") or (word == "attempt" and not before & words("attack.attempted")):
        return not (word == "attempt" and _is_on_life(noun))
    if word in WAGED and any(_bears_arms(side) for side in sides):
        return False
    if word not in words("attack.vague") or (follows and word in {"blast", "explosion"}):
        return False
    if word == "strike" and _is_deadly(noun):
        return False
    if word == "siege" and obliques(noun, {"of"}):
        return False
    by = {one.lemma_.lower() for one in (*agents(noun), *possessors(noun))}
    return not (before & words("attack.armed_words") or (before | by) & words("attack.fighters"))


def _is_deadly(strike: Token) -> bool:
    """*a strike on the village killed two*; not *a strike on the railways*, *by nurses*."""
    hit = obliques(strike, {"on"})
    place = any(one.lemma_.lower() in words("attack.regions") or _is_town(one) for one in hit)
    return place and strike.dep_ == "nsubj" and strike.head.lemma_.lower() in DEADLY


def _is_town(noun: Token) -> bool:
    found = reference(noun)
    return found is not None and found.entity.type == "place" and found.mention.via == "name"


def is_sum(noun: Token) -> bool:
    """*the latest in a string of massacres*, *documented 42 killings*: many, none of which is told."""
    holder, lemma = noun.head, noun.head.lemma_.lower()
    within = noun.dep_ == "nmod" and lemma in words("attack.strings") and preposition(holder) in SUMMING
    if _is_ranked(noun):
        return True
    counted = any(child.dep_ == "nummod" for child in noun.lefts) and lemma in words("attack.counting")
    return within or (counted and noun.dep_ in {"obj", "nsubj:pass"})


def _is_ranked(noun: Token) -> bool:
    """*It was the third attack in the city this year*: the one told before."""
    below = {child.lower_ for child in noun.lefts}
    subject = next((child for child in noun.lefts if child.dep_ == "nsubj"), None)
    ranked = below & (words("numbers.ordinals") | RANKS)
    named = bool(obliques(noun, {"on", "against"}))
    return bool(ranked) and not named and subject is not None and subject.lower_ in {"it", "this", "that"}


def _is_on_life(attempt: Token) -> bool:
    """*an attempt on the life of the mayor*."""
    return any(one.lemma_.lower() == "life" for one in obliques(attempt, {"on"}))


def _bears_arms(side: Token) -> bool:
    named = reference(side)
    armed = named is not None and named.entity.type == "organization" and is_armed(named, side)
    return armed or side.lemma_.lower() in words("attack.fighters")


def kind_of(match: Match) -> str:
    """Return the weapon or manner, in the text's words where it names one: *rockets*, *suicide bombing*."""
    if "event" in match.rule.flags:
        return _named_kind(match.trigger)
    thrown = _thrown(match.trigger) if "weapon" in match.rule.flags else None
    if thrown:
        return thrown
    word = match.trigger.lemma_.lower()
    if match.rule.name.startswith("killed"):
        means = obliques(match.trigger, MEANS)
        manner = next((one for one in means if one.lemma_.lower() in words("attack.events")), None)
        if manner is not None and not is_vague(manner, False):
            return _named_kind(manner)  # killed in a drone strike
    return str(match.attributes.get("kind") or load("attack")["violent"].get(word, word))


def _named_kind(noun: Token) -> str:
    before = [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    named = [one.text for one in before if one.lower_ in words("attack.armed_words")]
    return " ".join([*named, noun.text]).lower()


def _thrown(verb: Token) -> str | None:
    """*fired anti-tank rockets*: what flies, with the nouns before it."""
    heads = [*objects(verb), *logical_subjects(verb), *logical_objects(verb)]
    heads += obliques(heads[0] if heads else verb, {"of"})  # dozens of missiles, the use of gas
    weapon = next((one for one in heads if _is_munition(one)), None)
    if weapon is None:
        return None
    before = [child.text for child in weapon.lefts if child.dep_ == "compound"]
    if weapon.lower_ in SHOTS and words("attack.firing").isdisjoint(map(str.lower, before)):
        return "shooting"
    return " ".join([*before, weapon.text]).lower()


def _is_munition(noun: Token) -> bool:
    return noun.lemma_.lower() in words("attack.munitions") or is_gunfire(noun)
