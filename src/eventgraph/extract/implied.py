"""What a title says without saying it: a secretary of state is in a department of state.

Every inference is named by its rule and keeps the mention it started from.
"""

from __future__ import annotations

from collections import Counter

import msgspec
from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.references import Reference, country_entity, mention_of
from eventgraph.lexicon import (
    country_by_code,
    find_country,
    find_organization,
    implied_country,
    implied_organization,
    words,
)
from eventgraph.model import make_entity

SHARE, LEAST = 0.75, 3  # of an article's mentions of countries, for one to be at home in it


def inferred(found: Reference | None, rule: str) -> Reference | None:
    """Return the reference as an inference from its own mention."""
    if found is None:
        return None
    return msgspec.structs.replace(found, mention=msgspec.structs.replace(found.mention, via="inferred", rule=rule))


def implied_body(office: Office, title: Token) -> Reference | None:
    """The body that the title implies, in a country the article names; the title is the recorded mention."""
    land = office.country.entity if office.country else None
    name = implied_organization(office.title, land.name if land else None)
    known = find_organization(name) if name else None
    if name is None or (known and known.country and not _speaks_of(title.doc, known.country)):
        return None
    if known is None or known.country is None:
        # Many countries have a Foreign Ministry: without its country's name all would be one.
        territory = find_country(land.name) if land else None
        if territory is None or not territory.adjectives:
            return None
        name = f"{territory.adjectives[0]} {name}"
    mention = mention_of(title.doc[title.i : title.i + 1], "inferred", "implied-by-title")
    return Reference(make_entity(name, "organization"), mention, title.i)


def _speaks_of(doc: Doc, code: str) -> bool:
    """Does the article name the country, by name or nationality?"""
    land = country_entity(country_by_code(code)).id
    return any(r.entity.id == land for r in doc._.references.values())


def implied_land(office: Office, body: Reference | None, title: Token) -> Reference | None:
    """The country of the title or of its body, else, for a national office, the article's home country."""
    known = find_organization(body.entity.name) if body else None
    land = implied_country(office.title)
    if land is None and known and known.country:
        land = country_by_code(known.country)
    if land:
        mention = mention_of(title.doc[title.i : title.i + 1], "inferred", "implied-by-title")
        return Reference(country_entity(land), mention, title.i)
    return inferred(home(title.doc), "home-country") if title.lemma_.lower() in words("national") else None


def home(doc: Doc) -> Reference | None:
    """The first mention of the country that the article speaks of most, if it clearly does."""
    lands = [r for i, r in sorted(doc._.references.items()) if r.entity.type == "country" and r.head == i]
    if not lands:
        return None
    counts = Counter(r.entity.id for r in lands)
    best = min(counts, key=lambda land: (-counts[land], land))
    if counts[best] < LEAST or counts[best] < SHARE * len(lands):
        return None
    return next(r for r in lands if r.entity.id == best)
