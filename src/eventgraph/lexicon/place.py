"""Regions and cities, and the countries they are in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from eventgraph.lexicon.data import load
from eventgraph.lexicon.key import Names

PlaceKind = Literal[
    "nation", "state", "province", "prefecture", "canton", "emirate", "territory", "region", "city"
]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place within a country; `country` is its code, or None where states disagree."""

    name: str
    kind: PlaceKind
    country: str | None
    qid: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@cache
def places() -> tuple[Place, ...]:
    """All regions, then all cities."""
    return msgspec.convert([*_read_regions(), *_read_cities()], tuple[Place, ...])


def find_place(name: str) -> Place | None:
    """The region or city of that name, with a capital letter; regions first (`Georgia` is the US state)."""
    return None if name.islower() else _names().get(name)


def find_place_demonym(word: str) -> Place | None:
    """The region of an adjective (`Scottish`) or a noun for its people (`Texans`), with a capital letter."""
    return _demonyms().get(word) if word[:1].isupper() else None


@cache
def _names() -> Names[Place]:
    return Names((name, each) for each in places() for name in (each.name, *each.aliases))


@cache
def _demonyms() -> Names[Place]:
    return Names((name, each) for each in places() for name in (*each.adjectives, *each.people))


def _read_regions() -> Iterator[dict[str, object]]:
    for code, by_kind in load("places")["regions"].items():
        for kind, regions in by_kind.items():
            for name, fields in regions.items():
                yield {"name": name, "kind": kind, "country": None if code == "none" else code, **fields}


def _read_cities() -> Iterator[dict[str, object]]:
    for code, names in load("places")["cities"].items():
        for name in names:
            yield {"name": name, "kind": "city", "country": code}
