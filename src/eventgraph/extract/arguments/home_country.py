"""The country an article is at home in: the one it speaks of most, if it clearly does."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from eventgraph.annotate.organizations import fold
from eventgraph.annotate.references import Reference, country_entity
from eventgraph.lexicon import (
    country_by_code,
    find_country,
    find_demonym,
    find_organization,
    find_place,
    words,
)
from eventgraph.model import Entity

SHARE, LEAST = 0.75, 3  # of an article's mentions of countries and places, for one to be at home in it
CACHE = "eventgraph_home"


def home(doc: Doc) -> Reference | None:
    """Return the first mention of the article's home country, None if it has none.

    Regions, cities and bodies count for their country, but one mention must be of the country itself.
    """
    if CACHE not in doc.user_data:
        doc.user_data[CACHE] = _home(doc)
    found: Reference | None = doc.user_data[CACHE]
    return found


def _home(doc: Doc) -> Reference | None:
    mentions = [
        (r, land) for i, r in sorted(doc._.references.items()) if r.head == i and (land := land_of(r.entity))
    ]
    counts = Counter(land for _, land in mentions)
    if not counts:
        return None
    best = min(counts, key=lambda land: (-counts[land], land))
    if counts[best] < LEAST or counts[best] < SHARE * len(mentions):
        return None
    return next((r for r, land in mentions if land == best and r.entity.type == "country"), None)


def land_of(entity: Entity) -> str | None:
    """Return the entity id of the country that a country is or a place lies in."""
    if entity.type == "country":
        return entity.id
    code = _code(entity)
    return country_entity(country_by_code(code)).id if code else None


def _code(entity: Entity) -> str | None:
    if entity.type == "place":
        place = find_place(entity.name)
        return place.country if place else None
    if entity.type != "organization" or fold(entity.name) in words("shared_names"):
        return None
    known = find_organization(entity.name)
    return known.country if known else _named_in(entity.name)


def _named_in(body: str) -> str | None:
    """*Supreme Court of Puerto Rico*: the country whose name or nationality is part of the body's."""
    parts = body.split()
    pieces = (
        " ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(i + 3, len(parts)) + 1)
    )
    return next((land.code for piece in pieces if (land := find_country(piece) or find_demonym(piece))), None)
