"""Words that bear on whether an event happened: the lists of `modality.yml`, and how to look them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from spacy.tokens import Token

Modality = Literal["asserted", "planned", "negated", "possible"]

CUES = Path(__file__).with_name("modality.yml")
PARTICLES = frozenset({"forward", "off", "out", "down", "up", "short"})
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
    return any(_denies(child) for child in token.children) or _denied_subject(token)


def _denies(child: Token) -> bool:
    if child.dep_ not in {"advmod", "det", "cc", "cc:preconj", "case", "discourse"}:
        return False
    if child.lower_ not in words("negations"):
        return False
    after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else child
    return after.lower_ not in words("not_negations") and child.dep_ != "discourse"


def _denied_subject(token: Token) -> bool:
    """*No official met Kamel*, *nobody met Kamel*, *none of them met Kamel*."""
    for child in token.children:
        if child.dep_ in {"nsubj", "nsubj:pass"} and token.pos_ in {"VERB", "ADJ"}:
            if child.lower_ in {"nobody", "none", "nothing"} or any(_denies(one) for one in child.children):
                return True
    return False
