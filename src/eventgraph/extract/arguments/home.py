"""Where persons are at home: the country whose office they hold; and which places lie abroad."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.implied_land import implied_land
from eventgraph.lexicon import (
    country_by_code,
    find_capital,
    find_country,
    find_organization,
    find_place,
    implied_organization,
    load,
)

MINISTERS = frozenset({"secretary", "chancellor"})


def homes(doc: Doc) -> dict[str, frozenset[str]]:
    """Return, by the entity id of a person, the names of countries of the offices the article gives them."""
    found: dict[str, frozenset[str]] = {}
    for title, office in doc._.titles:
        person = reference(title.person)
        land = office.country or implied_land(office, office.organization, title.head)
        lands = {land.entity.name} if land else _implied(office.title) or _seats(office.organization)
        if person and lands:
            found[person.entity.id] = found.get(person.entity.id, frozenset()) | lands
    return found


def _implied(title: str) -> frozenset[str]:
    """*Foreign Secretary*, without a country, is most likely the United Kingdom's."""
    body = implied_organization(title, None) if title.lower().split()[-1] in MINISTERS else None
    known = find_organization(body) if body else None
    return frozenset({country_by_code(known.country).name} if known and known.country else ())


def _seats(body: Reference | None) -> frozenset[str]:
    """*European Council President*: Belgium, where the body sits."""
    known = find_organization(body.entity.name) if body else None
    codes = load("travel")["seats"].get(known.name, ()) if known else ()
    return frozenset(country_by_code(code).name for code in codes)


def country_of(place: Reference) -> str | None:
    """Return the name of the country that a place is or lies in, None where that is unknown."""
    land = find_country(place.entity.name) or find_capital(place.entity.name)
    if land:
        return land.name
    known = find_place(place.entity.name)
    return country_by_code(known.country).name if known and known.country else None


def is_abroad(person: Reference, place: Reference, at_home: Mapping[str, frozenset[str]]) -> bool:
    """Is the place known to lie outside every country the person holds an office of?"""
    country, lands = country_of(place), at_home.get(person.entity.id, frozenset())
    if person.entity.type == "group":
        lands = _implied(person.entity.name)
    return country is not None and bool(lands) and country not in lands
