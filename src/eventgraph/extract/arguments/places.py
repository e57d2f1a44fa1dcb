"""Which places words name: *Geneva*, *Geneva airport*, *a hotel in Geneva*."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.grammar.syntax import obliques
from eventgraph.lexicon import words

PLACES = frozenset({"place", "country"})
AROUND = frozenset({"event", "place", "object"})  # kinds of what may lie somewhere


def places(tokens: Iterable[Token]) -> list[Reference]:
    """Return the places and countries that `tokens` name: Kabul, for *Kabul airport*, *a hotel in Kabul*."""
    found = (reference(one) for token in tokens for one in (token, *site_of(token), *_around(token)))
    return [r for r in found if r and r.entity.type in PLACES and r.mention.via == "name"]


def _around(venue: Token) -> list[Token]:
    """*at the G20 in Bali*, *in a hotel in Geneva*: where what is no place itself lies."""
    here = reference(venue)
    within = (here is not None and here.entity.type not in PLACES) or venue._.kind in AROUND
    return obliques(venue, {"in", "near", "outside"}) if within else []


def site_of(venue: Token) -> list[Token]:
    """Return what stands before a word for a venue: *Geneva airport*, *Tripoli's Corinthia hotel*."""
    known = venue.lemma_.lower() in words("communication.venues")
    return [one for one in venue.lefts if one.dep_ in {"nmod:poss", "compound"}] if known else []
