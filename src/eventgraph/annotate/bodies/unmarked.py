"""Bodies that the network did not mark as names, beside a title: *Cortexia* co-founder."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.bodies.of_words import body_of_words
from eventgraph.annotate.references import Reference, reference
from eventgraph.lexicon import (
    find_capital,
    find_demonym,
    find_place,
    find_place_demonym,
    is_title_head,
    tenure_of,
    words,
)
from eventgraph.model import make_entity

LINKING = frozenset({"of", "and", "for", "the", "-"})


def body_unmarked(tokens: Sequence[Token], head: Token) -> Reference | None:
    """*Cortexia* co-founder, *PG&E* President: a name before a title, that the network did not mark."""
    name: list[Token] = []
    for token in () if head.lower_ in words("titles.serving") else reversed(tokens):
        if _is_unmarked(token, head):
            name.insert(0, token)
        elif name:
            break
    if not name or (len(name) == 1 and name[0].lower_ in words("bodies")):
        return None
    span = head.doc[name[0].i : name[-1].i + 1]
    return body_of_words(span, name[-1].i)


def _is_unmarked(token: Token, head: Token) -> bool:
    """Is it a name for the title's body? Beside a title in capitals only an acronym surely is."""
    word = token.lower_
    acronym = token.is_upper and len(token) > 1 and word not in words("acronyms")
    named = token.pos_ == "PROPN" and token.text[0].isupper() and (acronym or head.is_lower)
    known = word in words("titles.modifiers") or word in words("party_words") or is_title_head(word)
    described = tenure_of(word) is not None or find_place_demonym(token.text) or find_demonym(token.text)
    return bool(named and not (known or described or token.ent_type_ or reference(token)))


def body_misread(found: Reference, head: Token) -> Reference:
    """*chair of Cortexia*: a place that nobody knows, of which one cannot be chair, is a body."""
    name = found.entity.name
    if found.entity.type != "place" or head.lemma_.lower() not in words("companies.heads"):
        return found
    if find_place(name) or find_capital(name):
        return found
    return Reference(make_entity(name, "organization"), found.mention, found.head)


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
            return body_of_words(span, noun.i)
    return None


def body_unlisted(tokens: Sequence[Token]) -> Reference | None:
    """*Egypt's General Intelligence Service*: a capitalised name that the network did not mark."""
    name = [t for t in tokens if reference(t) is None and t.text not in {"'s", "’s"}]
    if len(name) < 2 or not all(t.text[0].isupper() or t.lower_ in LINKING for t in name):
        return None
    if name[-1].i - name[0].i >= 2 * len(name) or is_title_head(name[-1].lower_):
        return None
    span = name[0].doc[name[0].i : name[-1].i + 1]
    return body_of_words(span, name[-1].i)
