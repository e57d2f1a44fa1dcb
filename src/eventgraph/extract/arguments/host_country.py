"""The country whose office-holder receives at home: *In Seoul they held talks with Foreign Minister Kim*."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from eventgraph.annotate.references import Reference, country_entity, reference
from eventgraph.extract.grammar.syntax import obliques, preposition
from eventgraph.lexicon import Territory, find_capital, find_country, words

UP = frozenset({"nmod:desc", "appos", "conj", "compound", "flat", "list", "nmod"})
PLACES = frozenset({"place", "country"})


def host(title: Token) -> Reference | None:
    """Return the place of the sentence where the holder of `title` receives, as the country it lies in.

    None where nobody is received, or the place is a venue of others' talks, such as Geneva.
    """
    for verb in _meetings(title):
        for place in _places(verb):
            found = reference(place)
            land = _land(found) if found else None
            if found and land and found.mention.via == "name":
                return msgspec.structs.replace(found, entity=country_entity(land))
    return None


def _meetings(title: Token) -> Iterator[Token]:
    """Yield the verb of *met Lee*, *held talks with Lee*, *Lee received him*, *was received by Lee*."""
    at = title
    while at.dep_ in UP and at.head != at and (at.dep_ != "nmod" or preposition(at) == "with"):
        at = at.head
    verb = at.head.lemma_.lower()
    met = at.dep_ == "obj" or (at.dep_ in {"obl", "obl:agent"} and preposition(at) == "with")
    hosts = at.dep_ == "nsubj" or (at.dep_ in {"obl", "obl:agent"} and preposition(at) == "by")
    if (met and verb in words("communication.hosted")) or (hosts and verb in words("communication.hosts")):
        yield at.head


def _places(verb: Token) -> Iterator[Token]:
    """Yield where it is met: *in Seoul*; *to Seoul, where he met*."""
    yield from obliques(verb, frozenset({"in"}))
    if verb.dep_ in {"acl:relcl", "advcl:relcl"} and any(child.lower_ == "where" for child in verb.lefts):
        yield verb.head


def _land(place: Reference) -> Territory | None:
    if place.entity.type not in PLACES or place.entity.name.lower() in words("travel.venues"):
        return None
    return find_country(place.entity.name) or find_capital(place.entity.name)
