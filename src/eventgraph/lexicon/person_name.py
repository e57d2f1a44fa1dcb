"""What a person's name tells: honorifics, gender, and given names that are short for others."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from eventgraph.lexicon.data import load
from eventgraph.lexicon.key import make_key

Gender = Literal["f", "m"]


def is_honorific(word: str) -> bool:
    """Is this a form of address such as `Mr.`, `Dame` or `His Excellency`, with a capital letter?"""
    return word[:1].isupper() and make_key(word) in _honorifics()


def strip_honorifics(name: str) -> str:
    """The name without forms of address before it and suffixes after it: `Rt Hon Jane Doe MP`, `Jane Doe`."""
    words = name.split()
    while len(words) > 1 and (used := _leading_honorific(words)):
        words = words[used:]
    while len(words) > 1 and words[-1].strip(",") in load("honorifics")["suffixes"]:
        words.pop()
    return " ".join(words).rstrip(",")


def gender_of(name: str) -> Gender | None:
    """The gender that an honorific or, without one, the first given name implies; None if neither does."""
    words = name.split()
    while words and (used := _leading_honorific(words)):
        gender = _honorifics()[make_key(" ".join(words[:used]))]
        if gender != "neutral":
            return cast(Gender, gender)
        words = words[used:]
    return _given_names().get(make_key(words[0])) if words and words[0][0].isupper() else None


def gender_of_noun(noun: str) -> Gender | None:
    """The gender a noun implies (`spokeswoman`, `king`, `sister`); None for most."""
    return _gendered_nouns().get(noun.lower())


def same_given_name(a: str, b: str) -> bool:
    """Can the two be one given name: equal, a pet form (`Tony`, `Anthony`), or short for the same name?"""
    one, other = make_key(a), make_key(b)
    return one == other or bool(full_forms(one) & full_forms(other))


def _leading_honorific(words: list[str]) -> int:
    """How many of the first words are one honorific, the longest that leaves a name."""
    for count in range(min(3, len(words) - 1), 0, -1):
        if is_honorific(" ".join(words[:count])):
            return count
    return 0


@cache
def _honorifics() -> dict[str, str]:
    groups = {gender: load("honorifics")[gender] for gender in ("m", "f", "neutral")}
    return {make_key(word): gender for gender, found in groups.items() for word in found}


@cache
def _given_names() -> dict[str, Gender]:
    names = load("given_names")
    return {make_key(name): gender for gender in ("f", "m") for name in names[gender]}


@cache
def _gendered_nouns() -> dict[str, Gender]:
    files = (load("kinship"), load("gendered"))
    return {noun.lower(): gender for words in files for gender in ("f", "m") for noun in words[gender]}


def full_forms(name: str) -> frozenset[str]:
    """The given names that a folded name can stand for, itself among them."""
    forms = _pet_forms().get(name, frozenset({name}))
    return forms.union(*(_spellings().get(form, frozenset()) for form in forms))


@cache
def _pet_forms() -> dict[str, frozenset[str]]:
    names = load("nicknames")["pet_forms"]
    return {
        make_key(short): frozenset(make_key(each) for each in (short, *full)) for short, full in names.items()
    }


@cache
def _spellings() -> dict[str, frozenset[str]]:
    spellings: dict[str, frozenset[str]] = {}
    for first, others in load("nicknames")["spellings"].items():
        same = frozenset(make_key(each) for each in (first, *others))
        for each in same:
            spellings[each] = spellings.get(each, frozenset()) | same
    return spellings
