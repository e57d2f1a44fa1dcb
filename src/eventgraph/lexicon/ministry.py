"""Ministries by the way they are named: *Egyptian Foreign Ministry*, *Ministry of Defence of Ukraine*."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eventgraph.lexicon.data import load
from eventgraph.lexicon.key import make_key
from eventgraph.lexicon.territory import Territory, find_country, find_demonym

_BODY = r"(?:ministry|department)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:the )?(?P<country>.+?)(?:['’]s?)? {_BODY} (?:of|for) (?P<field>.+)",
        rf"(?:the )?{_BODY} (?:of|for) (?P<field>.+) of (?P<country>.+)",
        rf"(?:the )?(?P<field>.+) {_BODY} of (?P<country>.+)",
    )
)


class Ministry(NamedTuple):
    """A ministry of a country under its usual name."""

    name: str
    territory: Territory


def read_ministry(name: str) -> Ministry | None:
    """The ministry that a name with its country describes; None if it describes none."""
    if "inistry" not in name and "epartment" not in name:
        return None
    for form in _FORMS:
        found = form.fullmatch(name.strip())
        if found and (ministry := _make(found["country"], found["field"])):
            return ministry
    return _before(name.split())


def _before(words: list[str]) -> Ministry | None:
    """Country first, field next: *South Korean Defence Ministry*."""
    if make_key(words[-1]) not in {"ministry", "department"}:
        return None
    words = words[1:] if words[0].lower() == "the" else words
    cuts = range(1, len(words) - 1)
    read = (_make(" ".join(words[:cut]), " ".join(words[cut:-1])) for cut in cuts)
    return next((ministry for ministry in read if ministry), None)


def _make(country: str, field: str) -> Ministry | None:
    territory = find_demonym(country) or find_country(country)
    usual = _fields().get(make_key(field))
    if territory is None or usual is None:
        return None
    adjective = territory.adjectives[0] if territory.adjectives else territory.name
    return Ministry(f"{adjective} {usual} Ministry", territory)


@cache
def _fields() -> dict[str, str]:
    return {
        make_key(each): usual for usual, wordings in load("ministries").items() for each in (usual, *wordings)
    }
