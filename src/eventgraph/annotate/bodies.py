"""Bodies without a name of their own: *the ministry* of before, *the Ghanaian army*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, clean, country_entity, mention_of, reference
from eventgraph.lexicon import (
    find_capital,
    find_country,
    find_demonym,
    find_organization,
    find_place,
    find_place_demonym,
    is_title_head,
    tenure_of,
    words,
)
from eventgraph.model import make_entity

FAR = 400  # tokens between a body's name and *the ministry*
QUOTES = frozenset("\"'“”‘’")
SERVING = frozenset({"adviser", "advisor", "aide", "ally", "confidant", "confidante", "lawyer", "attorney"})
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
            return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), noun.i)
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
            return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), noun.i)
    return None


def body_unmarked(tokens: Sequence[Token], head: Token) -> Reference | None:
    """*Cortexia* co-founder, *PG&E* President: a name before a title, that the network did not mark."""
    name: list[Token] = []
    for token in () if head.lower_ in SERVING else reversed(tokens):
        if _is_unmarked(token, head):
            name.insert(0, token)
        elif name:
            break
    if not name or (len(name) == 1 and name[0].lower_ in words("bodies")):
        return None
    span = head.doc[name[0].i : name[-1].i + 1]
    return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), name[-1].i)


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
    return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), span.root.i)


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


def land_inside(tokens: Sequence[Token]) -> Reference | None:
    """*of Energy of Cyprus*: the country at the end of what the network took for one name."""
    before = next((t for t in reversed(tokens) if t.lower_ == "of" and reference(t)), None)
    span = before.doc[before.i + 1 : tokens[-1].i + 1] if before is not None else None
    land = find_country(span.text.removeprefix("the ")) if span else None
    return Reference(country_entity(land), mention_of(span, "name"), span.root.i) if land and span else None
