"""Nouns that may tell of no attack, or of many: *a campaign*, *a string of killings*."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.extract.attacks.arms import is_armed
from eventgraph.extract.grammar.syntax import agents, obliques, possessors, preposition
from eventgraph.lexicon import words

WAGED = frozenset({"strike", "raid", "offensive", "siege", "barrage"})
RANKS = frozenset({"worst", "deadliest", "latest", "biggest", "bloodiest", "largest", "last"})
SUMMING = frozenset({"in", "amid", "of"})
DEADLY = frozenset({"kill", "wound", "injure", "destroy", "leave"})


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
