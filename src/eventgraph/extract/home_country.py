"""The country an article is at home in: the one it speaks of most, if it clearly does."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, country_entity
from eventgraph.lexicon import country_by_code, find_place
from eventgraph.model import Entity

SHARE, LEAST = 0.75, 3  # of an article's mentions of countries and places, for one to be at home in it
CACHE = "eventgraph_home"


def home(doc: Doc) -> Reference | None:
    """Return the first mention of the article's home country, None if it has none.

    Regions and cities count for their country, but one mention must be of the country itself.
    """
    if CACHE not in doc.user_data:
        doc.user_data[CACHE] = _home(doc)
    found: Reference | None = doc.user_data[CACHE]
    return found


def _home(doc: Doc) -> Reference | None:
    mentions = [(r, land) for i, r in sorted(doc._.references.items()) if r.head == i and (land := _land(r.entity))]
    counts = Counter(land for _, land in mentions)
    if not counts:
        return None
    best = min(counts, key=lambda land: (-counts[land], land))
    if counts[best] < LEAST or counts[best] < SHARE * len(mentions):
        return None
    return next((r for r, land in mentions if land == best and r.entity.type == "country"), None)


def _land(entity: Entity) -> str | None:
    """Return the entity id of the country that a country is or a place lies in."""
    if entity.type == "country":
        return entity.id
    known = find_place(entity.name) if entity.type == "place" else None
    return country_entity(country_by_code(known.country)).id if known and known.country else None
