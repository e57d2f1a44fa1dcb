"""Where persons are at home: the country whose office they hold; and which places lie abroad."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.implied import implied_land
from eventgraph.lexicon import country_by_code, find_capital, find_country, find_place


def homes(doc: Doc) -> dict[str, frozenset[str]]:
    """Return, by the entity id of a person, the names of countries of the offices the article gives them."""
    found: dict[str, frozenset[str]] = {}
    for title, office in doc._.titles:
        person = reference(title.person)
        land = office.country or implied_land(office, office.organization, title.head)
        if person and land:
            known = found.get(person.entity.id, frozenset())
            found[person.entity.id] = known | {land.entity.name}
    return found


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
    return country is not None and bool(lands) and country not in lands
