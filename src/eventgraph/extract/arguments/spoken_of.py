"""Does an article speak of a country?"""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.annotate.references import country_entity
from eventgraph.extract.arguments.home_country import home, land_of
from eventgraph.lexicon import country_by_code, find_capital


def speaks_of(doc: Doc, code: str) -> bool:
    """Does the article name the country, by name or nationality?"""
    land = country_entity(country_by_code(code)).id
    return any(r.entity.id == land for r in doc._.references.values())


def is_spoken_of(doc: Doc, code: str) -> bool:
    """Does the article name the country, a place in it or a body of it?"""
    land = country_entity(country_by_code(code)).id
    found = {r.entity.id: r.entity for r in doc._.references.values()}
    capitals = (capital for one in found.values() if (capital := find_capital(one.name)))
    return any(land_of(one) == land for one in found.values()) or any(c.code == code for c in capitals)


def is_plausible(doc: Doc, code: str) -> bool:
    """Does the article name the country, and is it at home in no other?"""
    at_home = home(doc)
    return speaks_of(doc, code) and (at_home is None or at_home.entity.name == country_by_code(code).name)
