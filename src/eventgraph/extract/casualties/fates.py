"""What became of whom: a figure that is repeated counts once, and who was shot and died later was killed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import reference
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.casualties.victims import Victims
from eventgraph.extract.engine.rule import Rule
from eventgraph.lexicon import words
from eventgraph.model.claim import Value


class Harm(NamedTuple):
    """A number of people harmed, and where the text says so."""

    trigger: Token
    effect: Value
    victims: Victims
    rule: Rule


def settled(harms: Iterable[Harm]) -> list[Harm]:
    """Return each harm once, with what befell everybody in the end.

    Of figures that the article repeats the first stands, but one in a headline gives way to what the article
    itself says; *the driver* is *a driver* of before. By a rule with the flag `fate` (*she died on Monday*)
    only those die whom something else has harmed; one with the flag `unsure` (*was shot*) holds where nothing
    better is told of them.
    """
    told = sorted(harms, key=lambda harm: bool(harm.trigger._.headline))
    harmed = {one for harm in told if "fate" not in harm.rule.flags for one in harm.victims.persons}
    harmed |= {one for harm in told[:1] for one in _called_victims(harm.trigger.doc)}
    told = [one for one in told if "fate" not in one.rule.flags or harmed.issuperset(one.victims.persons)]
    dead = {one for harm in told if harm.effect == "killed" for one in harm.victims.persons}
    told = [one for one in told if one.effect == "killed" or not _are(one, dead)]
    told = [one for one in told if "unsure" not in one.rule.flags or not _is_told_better(one, told)]
    kept: list[Harm] = []
    for harm in told:
        if not any(_is_same(one, harm) or _sums_up(harm, one) for one in kept):
            kept.append(harm)
    return kept


def _called_victims(doc: Doc) -> Iterator[str]:
    """*The victim, named as Anna Berg*; *the victim, Anna Berg, 52*."""
    for token in doc:
        if token.lower_ == "victim":
            beside = [named_as(token), *(reference(child) for child in token.rights if child.dep_ == "appos")]
            yield from (one.entity.id for one in beside if one and one.entity.type == "person")


def _sums_up(headline: Harm, told: Harm) -> bool:
    """*Dozens dead*, *15 hurt*: a headline's vague or bare figure for what the article tells exactly."""
    a, b = headline.victims, told.victims
    if not headline.trigger._.headline or headline.effect != told.effect or a.persons:
        return False
    return a.number == b.number or (a.bound != "exact" and a.number <= b.number)


def _are(harm: Harm, persons: set[str]) -> bool:
    return bool(harm.victims.persons) and persons.issuperset(harm.victims.persons)


def _is_told_better(harm: Harm, told: Iterable[Harm]) -> bool:
    """*shot six people, killing four*: how many of them were only injured is not said."""
    sure = [one for one in told if "unsure" not in one.rule.flags]
    near = (one for one in sure if harm.trigger == one.trigger.head or one.victims.head == harm.victims.head)
    same = (one for one in sure if one.victims.number == harm.victims.number and not one.victims.persons)
    return any(near) or (not harm.victims.persons and any(same))


def _is_same(first: Harm, later: Harm) -> bool:
    """Does the later one repeat the first? Of two figures alike only unlike words tell them apart."""
    a, b = first.victims, later.victims
    if first.effect != later.effect or a.number != b.number:
        return False
    if a.persons or b.persons:
        return a.persons == b.persons
    if a.number == 1:
        return a.head.lemma_.lower() == b.head.lemma_.lower()
    return not _are_others(a, b)


def _are_others(a: Victims, b: Victims) -> bool:
    """*three miners*, *three guards*: both named by nouns that say who."""
    vague = words("casualty.anybody")
    nouns = {one.head.lemma_.lower() for one in (a, b)}
    return len(nouns) == 2 and nouns.isdisjoint(vague) and all(one.head.pos_ == "NOUN" for one in (a, b))
