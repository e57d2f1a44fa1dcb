"""Is it violence, and what kind? Words with peaceful senses need arms: *hit a base*, not *hit a record*."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.attacks.targets import is_armed, is_thing
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import logical_objects, logical_subjects, objects
from eventgraph.lexicon import load, words


def is_violent(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """Does the match tell of violence by `who` against `what`? See the flags in `rules/attack.yml`."""
    flags, heads = match.rule.flags, match.arguments.get("attacker", ())
    weapons = words("attack.munitions") | words("attack.bombs")
    weapon = any(head.lemma_.lower() in weapons for head in heads)
    if "weapon" in flags and heads and not who and not weapon:
        return False
    if "armed" not in flags or weapon:
        return True
    return _is_armed(match, who, what) if heads else "agentless" in flags


def _is_armed(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """Someone who bears arms; a state against a place or a thing; or, for *attack*, people against people."""
    doc, attacks = match.trigger.doc, "agentless" in match.rule.flags
    state = any(one.entity.type == "country" for one in who)
    thing = any(one.entity.type == "place" or is_thing(doc[one.head]) for one in what)
    mob = all(one.entity.type == "group" and not is_title(doc[one.head]) for one in (*who, *what))
    bears = any(is_armed(one, doc[one.head]) for one in who if one.entity.type != "country")
    return bears or (state and (thing or attacks)) or (mob and attacks)


def is_vague(noun: Token, follows: bool) -> bool:
    """*a campaign*, *a strike* with nothing that tells of arms.

    *the second blast* is none, if it `follows` an attack the article has told.
    """
    word = noun.lemma_.lower()
    if word not in words("attack.vague") or (follows and word in {"blast", "explosion"}):
        return False
    before = {child.lower_ for child in noun.lefts if child.dep_ in {"compound", "amod"}}
    return not before & words("attack.armed_words")


def kind_of(match: Match) -> str:
    """Return the weapon or manner, in the text's words where it names one: *rockets*, *suicide bombing*."""
    if "event" in match.rule.flags:
        return _named_kind(match.trigger)
    thrown = _thrown(match.trigger) if "weapon" in match.rule.flags else None
    if thrown:
        return thrown
    word = match.trigger.lemma_.lower()
    return str(match.attributes.get("kind") or load("attack")["violent"].get(word, word))


def _named_kind(noun: Token) -> str:
    before = [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    named = [one.text for one in before if one.lower_ in words("attack.armed_words")]
    return " ".join([*named, noun.text]).lower()


def _thrown(verb: Token) -> str | None:
    """*fired anti-tank rockets*: what flies, with the nouns before it."""
    heads = [*objects(verb), *logical_subjects(verb), *logical_objects(verb)]
    weapon = next((one for one in heads if one.lemma_.lower() in words("attack.munitions")), None)
    if weapon is None:
        return None
    before = [child.text for child in weapon.lefts if child.dep_ == "compound"]
    return " ".join([*before, weapon.text]).lower()
