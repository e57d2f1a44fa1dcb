"""Well-known bodies by name, other name or acronym, and ministries by the way they are named."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from eventgraph.lexicon.data import load
from eventgraph.lexicon.key import Names
from eventgraph.lexicon.ministry import read_ministry

Kind = Literal[
    "armed-group",
    "company",
    "court",
    "government",
    "intelligence",
    "international",
    "media",
    "military",
    "ministry",
    "ngo",
    "parliament",
    "party",
    "police",
]


class KnownOrganization(msgspec.Struct, frozen=True):
    """A body under its canonical name; `country` is the code of the one it belongs to, if to one."""

    name: str
    kind: Kind
    country: str | None = None
    aliases: tuple[str, ...] = ()


@cache
def organizations() -> tuple[KnownOrganization, ...]:
    """All bodies of the lexicon."""
    return msgspec.convert(list(_read()), tuple[KnownOrganization, ...])


def find_organization(name: str) -> KnownOrganization | None:
    """The body of that name: one of the lexicon, or a ministry named with its country.

    Case and accents do not count, but acronyms must be in capitals (`WHO`, never `who`).
    """
    if name.islower():
        return None
    return _names().get(name) or _ministry(name)


def _ministry(name: str) -> KnownOrganization | None:
    read = read_ministry(name)
    return KnownOrganization(read.name, "ministry", read.territory.code) if read else None


@cache
def _names() -> Names[KnownOrganization]:
    by_name = {each.name: each for each in organizations()}
    settled = {name: by_name[meant] for name, meant in load("ambiguous")["organizations"].items()}
    return Names(((name, each) for each in organizations() for name in (each.name, *each.aliases)), settled)


def _read() -> Iterator[dict[str, object]]:
    for kind, by_country in load("organizations").items():
        for code, bodies in by_country.items():
            country = None if code == "none" else code
            for name, aliases in bodies.items():
                yield {"name": name, "kind": kind, "country": country, "aliases": aliases}
