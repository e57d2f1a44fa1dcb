"""Titles: nouns for positions, when they are held, and what they imply."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from eventgraph.lexicon.data import load, words
from eventgraph.lexicon.territory import Territory, find_country, territories

Status = Literal["current", "former", "acting", "elect"]


SCHOLARS = ("ologist", "ographer", "chemist", "physicist", "iatrist", "iatrician")


class Implied(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The body a title is in: for one country if `country` is a code; by a common name if `generic`."""

    title: str
    organization: str
    country: str | None = None
    generic: bool = False


@lru_cache(maxsize=1 << 16)
def is_title_head(word: str) -> bool:
    """Is the word, in any case and singular or plural, a noun or abbreviation that names a position?"""
    plain = word.lower().removesuffix(".")
    one = _singular(plain)
    return plain in _heads() or one in _heads() or one.endswith(SCHOLARS)


def is_not_title(word: str) -> bool:
    """Is it a noun for people that names no position (`man`, `victim`, `father`)?"""
    plain = word.lower()
    return any(
        plain in words(path) for path in ("titles.not_titles", "kinship.m", "kinship.f", "kinship.neutral")
    )


def is_relational(title: str) -> bool:
    """Does the title say a position only with the body it is in (`head`, `member`)?"""
    return title.lower() in words("titles.relational")


def tenure_of(word: str) -> Status | None:
    """The status a word beside a title gives it: `former`, `acting`, `elect`, or `current` for `outgoing`."""
    return _tenure().get(word.lower())


def full_title(title: str) -> str:
    """The title spelt out if it is an abbreviation (`Lt. Gen.`, `Sen.`), else as it is."""
    plain = title.replace(".", "").lower()
    return _abbreviations().get(plain) or _abbreviations().get(plain.replace("-", " "), title)


def implied_organization(title: str, country: str | None = None) -> str | None:
    """The body that holders of the title belong to, in the country of that name, if given.

    Bodies of that country come first, then those the title means anywhere, then common names
    (`Parliament`), then, if no country is known, bodies of the one that uses the title so most.
    """
    if implied_country(title) or not _implied(title):
        title = _cut(title)
    territory = find_country(country) if country else None
    code = territory.code if territory else None
    found = sorted(
        (rank, each.organization) for each in _implied(title) if (rank := _rank(each, code)) is not None
    )
    return found[0][1] if found else None


def is_generic_body(name: str) -> bool:
    """Is it a common name that bodies of many countries have (`Parliament`)?"""
    return name in _generic()


def implied_country(title: str) -> Territory | None:
    """The country that alone has the title: `taoiseach`, `chancellor of the exchequer`."""
    code = load("titles")["implied_countries"].get(_cut(title.lower()))
    return territories()[code] if code else None


def _cut(title: str) -> str:
    """*assistant secretary of state for Arctic affairs*: the office without its field."""
    return title.split(" for ")[0].split(" in ")[0]


def _rank(implied: Implied, code: str | None) -> int | None:
    if implied.generic:
        return 2
    if implied.country is None:
        return 1
    if code is None:
        return 3
    return 0 if code == implied.country else None


@cache
def _implied(title: str) -> tuple[Implied, ...]:
    entries = msgspec.convert(load("titles")["implied_organizations"], list[Implied])
    return tuple(each for each in entries if each.title == title.lower())


@cache
def _generic() -> frozenset[str]:
    return frozenset(
        each["organization"] for each in load("titles")["implied_organizations"] if each.get("generic")
    )


def _singular(word: str) -> str:
    for ending, instead in (("women", "woman"), ("men", "man"), ("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


@cache
def _heads() -> frozenset[str]:
    return words("titles.heads") | {
        short for short in _abbreviations() if " " not in short and len(short) > 2
    }


@cache
def _tenure() -> dict[str, Status]:
    tenure = msgspec.convert(load("titles")["tenure"], dict[Status, list[str]])
    return {word: status for status, found in tenure.items() for word in found}


@cache
def _abbreviations() -> dict[str, str]:
    ranks = {short: rank for rank, shorts in load("titles")["ranks"].items() for short in shorts}
    return {
        short.replace(".", "").lower(): full
        for short, full in {**ranks, **load("titles")["abbreviations"]}.items()
    }
