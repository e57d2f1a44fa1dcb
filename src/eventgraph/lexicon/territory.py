"""Countries and territories by their names, demonyms, capitals and metonyms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from eventgraph.lexicon.data import load, words
from eventgraph.lexicon.key import Names, make_key


class Territory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country or territory. `code` is `rigour`'s, `qid` Wikidata's; `parent` a dependency's state."""

    code: str
    name: str
    qid: str
    kind: Literal["sovereign", "dependency", "historical"] = "sovereign"
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()

    @property
    def capital(self) -> str | None:
        """The capital in its usual English spelling."""
        return self.capitals[0] if self.capitals else None

    @property
    def iri(self) -> str:
        """Its Wikidata IRI."""
        return f"http://www.wikidata.org/entity/{self.qid}"


class Metonym(msgspec.Struct, frozen=True):
    """A seat that stands for an organization, or for the government if `organization` is None."""

    name: str
    organization: str | None
    territory: Territory


@cache
def territories() -> dict[str, Territory]:
    """All of them by code."""
    return {
        code: msgspec.convert({"code": code, **fields}, Territory)
        for code, fields in load("countries").items()
    }


def country_by_code(code: str) -> Territory:
    """The territory with that code. Raises `KeyError` if there is none."""
    return territories()[code]


def find_country(name: str) -> Territory | None:
    """The country or territory of that name or alias, in any case and with or without accents.

    Acronyms must be in capitals (`US`, not `us`), and so must the first letter of names that
    are everyday words (`Turkey`, not `turkey`).
    """
    if name[:1].islower() and make_key(name) in words("ambiguous.everyday"):
        return None
    return _index("names").get(name)


def find_demonym(word: str) -> Territory | None:
    """The country of an adjective (`Egyptian`) or a noun for its people (`Finns`), with a capital."""
    return _index("demonyms").get(word) if word[:1].isupper() else None


def find_capital(name: str) -> Territory | None:
    """The country whose capital or seat of government is called that, with a capital letter."""
    return _index("capitals").get(name) if not name.islower() else None


def find_metonym(name: str) -> Metonym | None:
    """What a seat of power stands for: `Kremlin`, `Downing Street`, `Foggy Bottom`."""
    return _metonyms().get(name) if not name.islower() else None


@cache
def _index(kind: Literal["names", "demonyms", "capitals"]) -> Names[Territory]:
    settled = {name: territories()[code] for name, code in load("ambiguous")[kind].items()}
    return Names(((name, each) for each in territories().values() for name in called(each, kind)), settled)


def called(territory: Territory, kind: str) -> tuple[str, ...]:
    """The names, demonyms or capitals of a territory."""
    if kind == "names":
        return (territory.name, *territory.aliases)
    return territory.capitals if kind == "capitals" else (*territory.adjectives, *territory.people)


@cache
def _metonyms() -> Names[Metonym]:
    return Names((each.name, each) for each in _read_metonyms())


def _read_metonyms() -> Iterator[Metonym]:
    for code, seats in load("metonyms").items():
        for name, organization in seats.items():
            meant = None if organization == "government" else organization
            yield Metonym(name, meant, territories()[code])
