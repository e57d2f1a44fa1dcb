"""Bodies without a name of their own: *the ministry* of before, *the Ghanaian army*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from eventgraph.annotate.bodies.of_words import body_of_words
from eventgraph.annotate.references import Reference, country_entity, mention_of, reference
from eventgraph.lexicon import find_country, find_organization, words

FAR = 400  # tokens between a body's name and *the ministry*
QUOTES = frozenset("\"'“”‘’")


def body_named(token: Token) -> Reference | None:
    """*the ministry*: the last body named before whose name holds the noun."""
    if token.lower_ not in words("bodies"):
        return None
    for i in range(token.i - 1, max(-1, token.i - FAR), -1):
        found = reference(token.doc[i])
        if (
            found
            and found.entity.type == "organization"
            and (token.lower_ in found.entity.name.lower().split() or _is_sort(token, found.entity.name))
        ):
            span = token.doc[token.left_edge.i : token.i + 1]
            return Reference(found.entity, mention_of(span, "nominal"), token.i)
    return None


def _is_sort(noun: Token, body: str) -> bool:
    """*the party*, said of a body that is one; not *the health ministry*, of a foreign ministry."""
    known = find_organization(body)
    bare = all(child.dep_ in {"det", "punct"} for child in noun.children if child.i < noun.i)
    return known is not None and known.kind == noun.lower_ and bare


def body_of_country(tokens: Sequence[Token]) -> Reference | None:
    """*Ghanaian army*: a nationality and a noun for a body, side by side among the tokens."""
    for land, noun in pairwise(tokens):
        found = reference(land)
        if (
            found
            and found.mention.via == "demonym"
            and noun.lower_ in words("bodies")
            and not reference(noun)
        ):
            span = land.doc[land.i : noun.i + 1]
            return body_of_words(span, noun.i)
    return None


def body_of_place(tokens: Sequence[Token]) -> Reference | None:
    """*New York police* chief, *US government* lawyer: a place and a noun for a body of some state."""
    for land, noun in pairwise(tokens):
        found = reference(land)
        if (
            found
            and found.mention.via == "name"
            and found.entity.type in {"country", "place"}
            and noun.lower_ in words("state_words.bodies")
            and noun.i == land.i + 1
            and not reference(noun)
        ):
            start = land.doc.char_span(found.mention.start, found.mention.end, alignment_mode="expand")
            span = land.doc[start.start if start else land.i : noun.i + 1]
            return body_of_words(span, noun.i)
    return None


def body_apposed(noun: Token) -> Reference | None:
    """*of the software company* Cortexia: the name that follows a noun for a body."""
    if noun.lower_ not in words("bodies") | words("groups_named"):
        return None
    following = [t for t in noun.doc[noun.i + 1 : noun.i + 3] if t.lower_ != "the" and t.text not in QUOTES]
    if not following or following[0].ent_type_ not in {"organization", "misc"}:
        return None
    found = reference(following[0])
    if found:
        return found if found.entity.type == "organization" else None
    span = next(ent for ent in noun.doc.ents if ent.start <= following[0].i < ent.end)
    return body_of_words(span, span.root.i)


def body_of_phrase(noun: Token) -> Reference | None:
    """*Government of Iraq*: a noun for a body with the country it is of."""
    if noun.lower_ not in words("bodies"):
        return None
    for child in noun.rights:
        found = reference(child) if child.dep_ == "nmod" else None
        if found and found.entity.type == "country" and any(c.lower_ == "of" for c in child.children):
            span = noun.doc[noun.i : child.i + 1]
            return body_of_words(span, noun.i)
    return None


def land_inside(tokens: Sequence[Token]) -> Reference | None:
    """*of Energy of Cyprus*: the country at the end of what the network took for one name."""
    before = next((t for t in reversed(tokens) if t.lower_ == "of" and reference(t)), None)
    span = before.doc[before.i + 1 : tokens[-1].i + 1] if before is not None else None
    land = find_country(span.text.removeprefix("the ")) if span else None
    return Reference(country_entity(land), mention_of(span, "name"), span.root.i) if land and span else None
