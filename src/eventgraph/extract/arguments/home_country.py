"""The country an article is at home in: the one it speaks of most, if it clearly does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

import msgspec
from spacy.tokens import Doc, Token

from eventgraph.annotate.organizations import fold
from eventgraph.annotate.references import Reference, country_entity
from eventgraph.extract.arguments.filed_from import filed_from
from eventgraph.lexicon import (
    country_by_code,
    find_capital,
    find_country,
    find_demonym,
    find_organization,
    find_place,
    words,
)
from eventgraph.model import Entity

SHARE, LEAST = 0.5, 2  # of an article's mentions of countries and places, for one to be at home in it
MANY = 3
FILED = 2  # mentions that a dateline is worth
CACHE = "eventgraph_home"
LEADS = "eventgraph_home_leads"


def home(doc: Doc, without: frozenset[str] = frozenset(), title: Token | None = None) -> Reference | None:
    """Return the first mention of the article's home country, else of a place in it; None if it has none.

    What is named most is the home if it has half of all mentions, the first, or twice those of any other.

    Regions, cities and bodies count for their country; media do not, whose home is not that of the news.
    Countries whose code is in `without` count for nothing.
    """
    known: dict[frozenset[str], Reference | None] = doc.user_data.setdefault(CACHE, {})
    if without not in known:
        known[without] = _home(doc, {country_entity(country_by_code(code)).id for code in without})
    found = known[without]
    return found if found is None or title is None or not _is_elsewhere(title, found) else None


def _is_elsewhere(title: Token, found: Reference) -> bool:
    """Is it a home that only leads, and the last country named before in the paragraph another?"""
    doc = title.doc
    if doc.user_data.get(LEADS) is None:
        return False
    paragraph = doc.text.rfind("\n", 0, title.idx)
    before = (doc._.references.get(i) for i in range(title.i - 1, -1, -1) if doc[i].idx > paragraph)
    last = next((land for r in before if r is not None and (land := land_of(r.entity))), None)
    return last is not None and last != land_of(found.entity)


def _home(doc: Doc, without: Set[str]) -> Reference | None:
    found = ((r, land_of(r.entity)) for i, r in sorted(doc._.references.items()) if r.head == i)
    mentions = [(r, land) for r, land in found if land is not None and land not in without]
    here = filed_from(doc)
    if here is not None and here.entity.id not in without:
        mentions = [(here, here.entity.id)] * FILED + mentions
    counts = Counter(land for _, land in mentions)
    if not counts:
        return None
    best = min(counts, key=lambda land: (-counts[land], land))
    rivals = [land for land in counts if land != best and counts[land] == counts[best]]
    leads = mentions[0][1] == best or _is_far_ahead(counts, best)
    if counts[best] < SHARE * len(mentions):
        doc.user_data[LEADS] = True
    if rivals or counts[best] < LEAST or (counts[best] < SHARE * len(mentions) and not leads):
        return None
    own = [r for r, land in mentions if land == best]
    named = next((r for r in own if r.entity.type == "country" and r.mention.via != "inferred"), None)
    inside: Reference = msgspec.structs.replace(own[0], entity=_country(own[0].entity))
    return named or inside


def _is_far_ahead(counts: Counter[str], best: str) -> bool:
    """Is it named twice as often as any other, in an article that names many?"""
    return counts[best] >= MANY and all(counts[best] >= 2 * n for land, n in counts.items() if land != best)


def _country(entity: Entity) -> Entity:
    code = _code(entity)
    return country_entity(country_by_code(code)) if code else entity


def land_of(entity: Entity) -> str | None:
    """Return the entity id of the country that a country is or a place lies in."""
    if entity.type == "country":
        return entity.id
    code = _code(entity)
    return country_entity(country_by_code(code)).id if code else None


def _code(entity: Entity) -> str | None:
    if entity.type == "place":
        place, capital = find_place(entity.name), find_capital(entity.name)
        return place.country if place else capital.code if capital else None
    if entity.type != "organization" or fold(entity.name) in words("shared_names"):
        return None
    known = find_organization(entity.name)
    if known and known.kind == "media":
        return None
    return known.country if known else _named_in(entity.name)


def _named_in(body: str) -> str | None:
    """*Supreme Court of Puerto Rico*: the country whose name or nationality is part of the body's."""
    parts = body.split()
    pieces = (
        " ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(i + 3, len(parts)) + 1)
    )
    return next((land.code for piece in pieces if (land := find_country(piece) or find_demonym(piece))), None)
