"""What the words before a title say of an office: its tenure, its region, whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.lexicon import find_place_demonym, tenure_of
from eventgraph.lexicon.title import Status
from eventgraph.model import make_entity

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def attorney(tokens: Sequence[Token], head: Token) -> list[Token]:
    """*U.S. Attorney* is an office of that name."""
    land = reference(tokens[-1]) if tokens and head.text == "Attorney" else None
    if land is None or land.entity.name != "United States" or tokens[-1].i + 1 != head.i:
        return []
    return [t for t in tokens if reference(t) == land]


def hyphenated(tokens: Sequence[Token], kept: Sequence[Token]) -> list[Token]:
    """*open-source developer*: with the second part of a compound stays its first."""
    here = {t.i for t in kept}
    firsts = {t.i - 1 for t in kept if t.text == "-" and t.i + 1 in here}
    whole = here | {
        t.i for t in tokens if t.i in firsts and tenure_of(t.lower_) is None and reference(t) is None
    }
    return [t for t in tokens if t.i in whole]


def tenure_among(tokens: Sequence[Token], i: int) -> Status | None:
    """*former*, *acting*; of two words: *de facto*."""
    token, following = tokens[i], tokens[i + 1 : i + 2]
    if token.ent_type_:
        return None  # *New* Jersey
    pair = [f"{token.lower_}-{following[0].lower_}"] if following else []
    before = [f"{tokens[i - 1].lower_}-{token.lower_}"] if i else []
    joined = "".join(t.lower_ for t in tokens[max(i - 2, 0) : i + 1])  # *one-time*
    found = (tenure_of(word) for word in (token.lower_.strip("-"), *pair, *before, joined))
    return next((tenure for tenure in found if tenure), None)


def region(token: Token) -> Reference | None:
    """*Scottish* First Minister: Scotland."""
    place = find_place_demonym(token.text) if token.pos_ in {"ADJ", "PROPN"} else None
    if place is None:
        return None
    mention = mention_of(token.doc[token.i : token.i + 1], "demonym")
    return Reference(make_entity(place.name, "place"), mention, token.i)


def is_owner(token: Token, head: Token) -> bool:
    """*the government's lawyer*: whose the office is, not which."""
    return any(
        t.dep_ == "nmod:poss" and t.i < head.i and any(c.lower_ in POSSESSIVES for c in t.children)
        for t in (token, *token.ancestors)
        if t.i != head.i and head.is_ancestor(t)
    )


def is_candidate(head: Token) -> bool:
    """*nominee*, *presidential candidate*; a doctoral candidate runs for nothing."""
    study = {"ph.d.", "phd", "doctoral", "master's"}
    return tenure_of(head.lemma_) == "elect" and not any(c.lower_ in study for c in head.lefts)
