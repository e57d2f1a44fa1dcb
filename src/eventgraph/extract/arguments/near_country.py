"""The country where the sentence of a title begins: *In Oslo, Prime Minister Lee met Norwegian officers*."""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, country_entity, reference
from eventgraph.lexicon import find_capital, find_country

PLACES = frozenset({"place", "country"})
OPENING = 4  # tokens in which a sentence tells where it is


def near_country(title: Token) -> Reference | None:
    """Return where the sentence begins, if that is a country or its capital, and no other is named till then.

    Who speaks *in Vienna*, in an article that says nothing else of Austria, is a guest there.
    """
    opening = title.sent[:OPENING]
    if not opening or opening[0].lower_ != "in":
        return None
    named = [
        r for t in title.doc[title.sent.start : title.i] if (r := reference(t)) and r.entity.type in PLACES
    ]
    lands = {r.entity.id: r for r in named}
    found = next(iter(lands.values())) if len(lands) == 1 else None
    if found is None or found.head >= opening.end:
        return None
    land = find_country(found.entity.name) or find_capital(found.entity.name)
    at_home = land is not None and _is_spoken_of(title.doc, country_entity(land).id)
    return msgspec.structs.replace(found, entity=country_entity(land)) if land and at_home else None


def _is_spoken_of(doc: Doc, country: str) -> bool:
    return any(r.entity.id == country for r in doc._.references.values())
