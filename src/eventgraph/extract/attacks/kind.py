"""The weapon or manner of an attack, in the text's words."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.attacks.gunfire import is_gunfire
from eventgraph.extract.attacks.vague import is_vague
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import logical_objects, logical_subjects, objects, obliques
from eventgraph.lexicon import load, words

SHOTS = frozenset({"shot", "fire", "gunfire"})
MEANS = frozenset({"in", "during", "by"})


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
