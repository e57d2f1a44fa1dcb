"""Words that bear on whether an event happened: the lists of `modality.yml`, and how to look them up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from spacy.tokens import Token

Modality = Literal["asserted", "planned", "negated", "possible"]
Event = Callable[[Token], Modality]  # `modality`, handed to what it asks about the words above

CUES = Path(__file__).with_name("modality.yml")
PARTICLES = frozenset({"forward", "off", "out", "down", "up", "short", "through", "yet"})
NOBODY = frozenset({"nobody", "none", "nothing"})
GRADES: tuple[Modality, ...] = ("negated", "possible", "planned")


@cache
def _content() -> Mapping[str, Any]:
    content: dict[str, Any] = yaml.safe_load(CUES.read_text(encoding="utf-8"))
    return content


@cache
def words(name: str) -> frozenset[str]:
    """Return a plain list of `modality.yml`."""
    return frozenset(_content()[name])


@cache
def graded(name: str) -> Mapping[str, Modality]:
    """Return a list sorted by modality, as word to modality."""
    lists = _content()[name]
    return {word: grade for grade in GRADES for word in lists.get(grade, ())}


def cue(name: str, keys: Iterator[str] | list[str]) -> Modality | None:
    """Return the modality of the first key that is in the list."""
    found = graded(name)
    return next((found[key] for key in keys if key in found), None)


def verb_keys(verb: Token, links: list[str], *, bare: bool = True) -> list[str]:
    """Return what a verb may be listed as: with its particle, with a preposition of `links`, and bare.

    *rule out a meeting*: rule out, rule. *call for talks*, links [for]: call for; call if `bare`.
    """
    lemma = verb.lemma_.lower()
    particles = [
        child.lower_
        for child in verb.children
        if child.dep_ == "compound:prt" or (child.dep_ == "advmod" and child.lower_ in PARTICLES)
    ]
    return [f"{lemma} {word}" for word in (*particles, *links)] + [lemma] * (bare and not particles)


def is_negated(token: Token) -> bool:
    """Is the word denied on the spot? *did not meet*, *no meeting*, *neither met*, *nobody met*.

    *not only met* is no denial.
    """
    return any(denies(child) for child in token.children) or _denied_subject(token) or _denied_before(token)


def _denied_before(verb: Token) -> bool:
    """*did not concede or admit it*: the second verb too, if it has nothing of its own."""
    if verb.dep_ != "conj" or verb.tag_ != "VB":
        return False
    either = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.children)
    own = any(child.dep_ in {"aux", "nsubj", "nsubj:pass", "mark"} for child in verb.children)
    return either and not own and is_negated(verb.head)


def denies(child: Token) -> bool:
    """Does the word deny the one it hangs on? *not*, *no*, *never*, *no longer*."""
    if child.dep_ not in {"advmod", "det", "cc", "cc:preconj"}:
        return False
    if child.lower_ == "longer":
        return any(one.lower_ == "no" for one in child.children)
    if child.lower_ not in words("negations"):
        return False
    after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else child
    return after.lower_ not in words("not_negations")


def _denied_subject(token: Token) -> bool:
    """*No official met Kamel*, *nobody met Kamel*, *none of them met Kamel*."""
    subjects = (child for child in token.children if child.dep_ in {"nsubj", "nsubj:pass"})
    return token.pos_ in {"VERB", "ADJ"} and any(
        child.lower_ in NOBODY or any(denies(one) for one in child.children) for child in subjects
    )


def marks(clause: Token) -> list[str]:
    """Return the words that introduce a clause, each with those around it, and alone: *if*, *instead of*."""
    found = [child for child in clause.children if child.dep_ in {"mark", "case"}]
    phrases = [" ".join(word.lower_ for word in (one, *one.children)) for one in found]
    pairs = [f"{one.doc[one.i - 1].lower_} {one.lower_}" for one in found if one.i]
    return [*phrases, *pairs, *(one.lower_ for one in found)]


def combine(inner: Modality, outer: Modality) -> Modality:
    """Return what becomes of an event under a word above it: denial of a denial leaves it possible."""
    if inner == "negated" and outer == "negated":
        return "possible"
    order: tuple[Modality, ...] = ("asserted", "planned", "possible", "negated")
    return max(inner, outer, key=order.index)


def still_open(outer: Modality) -> Modality:
    """Return a plan or a possibility as it is: what is part of it shares that, but not its denial."""
    return outer if outer in {"planned", "possible"} else "asserted"
