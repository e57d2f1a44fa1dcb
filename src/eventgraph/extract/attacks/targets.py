"""Who and what is attacked: named things, and things without a name called by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.location import named_beside
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.attacks.unnamed import unnamed
from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.grammar.syntax import expanded, first_conjunct, objects, obliques
from eventgraph.lexicon import words

TAKEN_UP = frozenset({"them", "him", "her"})


def targets(tokens: Iterable[Token]) -> list[Reference]:
    """Return the persons, bodies, places, people and things that `tokens` name."""
    found = (target_of(token) for token in _members(_taken_up(tokens)))
    return list({one.entity.id: one for one in found if one}.values())


def _taken_up(tokens: Iterable[Token]) -> Iterator[Token]:
    """*rounded up the herders and shot them*: the herders, for *them*."""
    for token in tokens:
        verb = token.head
        stands = token.lower_ in TAKEN_UP and verb.dep_ == "conj" and reference(token) is None
        before = expanded(objects(first_conjunct(verb))) if stands else []
        yield from before or [token]


def _members(tokens: Iterable[Token]) -> Iterator[Token]:
    """*a meeting of leaders*, *dozens of civilians*: leaders, civilians."""
    for token in tokens:
        inner = [one for one in expanded(obliques(token, {"of"})) if target_of(one)]
        held = token.lemma_.lower() in words("attack.holders") or token.lower_ in words("numbers.vague")
        yield from inner if inner and held else [token]


def target_of(token: Token) -> Reference | None:
    """Return what a token names as a target: *Kabul*, *the mayor*, *civilians*, *an aid convoy*."""
    named = named_as(token) or reference(token) or next(named_beside(token), None)
    if named and named.mention.via != "demonym" and not _is_mistaken(named, token):
        return named
    party = party_of(token)
    if party and not _is_mistaken(party, token):
        return party
    if is_people(token):
        return unnamed(token, "group")
    if is_thing(token):
        return unnamed(token, "place")
    return unnamed(token, "group") if _is_force(token) else None


def _is_mistaken(named: Reference, token: Token) -> bool:
    """*the hospital* is no country, whatever it was linked to."""
    linked = named.mention.via == "nominal" and named.head == token.i
    return linked and is_thing(token) and named.entity.type in {"country", "person"}


def _is_force(token: Token) -> bool:
    """*government forces*, *the patrol*: those who bear arms, and bodies without a name."""
    armed = token.lemma_.lower() in words("attack.armed")
    return token.pos_ == "NOUN" and (armed or token._.kind == "organization")


def is_thing(token: Token) -> bool:
    """Is it a common noun for a place, a building, a vehicle?"""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words("attack.things")
