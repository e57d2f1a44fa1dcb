"""Bodies without a name of their own: *the ministry* of before, *the Ghanaian army*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, clean, mention_of, reference
from eventgraph.lexicon import is_title_head, words
from eventgraph.model import make_entity

FAR = 400  # tokens between a body's name and *the ministry*
LINKING = frozenset({"of", "and", "for", "the", "-"})


def body_named(token: Token) -> Reference | None:
    """*the ministry*: the last body named before whose name holds the noun."""
    if token.lower_ not in words("bodies"):
        return None
    for i in range(token.i - 1, max(-1, token.i - FAR), -1):
        found = reference(token.doc[i])
        if (
            found
            and found.entity.type == "organization"
            and token.lower_ in found.entity.name.lower().split()
        ):
            span = token.doc[token.left_edge.i : token.i + 1]
            return Reference(found.entity, mention_of(span, "nominal"), token.i)
    return None


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
            return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), noun.i)
    return None


def body_of_phrase(noun: Token) -> Reference | None:
    """*Government of Iraq*: a noun for a body with the country it is of."""
    if noun.lower_ not in words("bodies"):
        return None
    for child in noun.rights:
        found = reference(child) if child.dep_ == "nmod" else None
        if found and found.entity.type == "country" and any(c.lower_ == "of" for c in child.children):
            span = noun.doc[noun.i : child.i + 1]
            return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), noun.i)
    return None


def body_capitalised(tokens: Sequence[Token]) -> Reference | None:
    """*Coast Guard* Commandant: capitalised words up to a noun for a body, that the network did not mark."""
    for k, noun in enumerate(tokens):
        if noun.lower_ not in words("bodies") or not noun.text[0].isupper() or reference(noun):
            continue
        first = k
        while first and tokens[first - 1].text[0].isupper() and not reference(tokens[first - 1]):
            first -= 1
        if first < k:
            span = noun.doc[tokens[first].i : noun.i + 1]
            return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), noun.i)
    return None


def body_unlisted(tokens: Sequence[Token]) -> Reference | None:
    """*Egypt's General Intelligence Service*: a capitalised name that the network did not mark."""
    name = [t for t in tokens if reference(t) is None and t.text not in {"'s", "’s"}]
    if len(name) < 2 or not all(t.text[0].isupper() or t.lower_ in LINKING for t in name):
        return None
    if name[-1].i - name[0].i >= 2 * len(name) or is_title_head(name[-1].lower_):
        return None
    span = name[0].doc[name[0].i : name[-1].i + 1]
    return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), name[-1].i)
