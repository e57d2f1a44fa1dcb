"""Settle the names the network found: trim titles, tell countries from places, add what lexicons know."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from eventgraph.lexicon import (
    find_country,
    find_demonym,
    find_metonym,
    find_organization,
    is_honorific,
    is_title_head,
    tenure_of,
    words,
)

LONGEST = 6  # tokens of a known name
SMALL = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "this"})
TAILS = frozenset({"'s", "’s", "'", "’", ",", ".", "”", '"', "(", ")", "-", "–", "—", ":"})


@Language.component("eventgraph_names", requires=["doc.ents"], assigns=["doc.ents", "doc.spans"])
def settle_names(doc: Doc) -> Doc:
    """Rewrite `doc.ents`; nationality words go to `doc.spans["demonyms"]`, labelled with the country code."""
    found = [span for ent in doc.ents if (span := _settle(ent)) is not None]
    taken = {token.i for span in found for token in span}
    found += _known(doc, taken)
    doc.set_ents(filter_spans(found), default="outside")
    doc.spans["demonyms"] = list(_demonyms(doc))
    return doc


def _settle(ent: Span) -> Span | None:
    start, end = ent.start, ent.end
    while end > start and (ent.doc[end - 1].text in TAILS or ent.doc[end - 1].is_space):
        end -= 1
    while start < end and _leads(ent.doc[start], ent.label_) and (start + 1 < end or _small(ent.doc[start])):
        start += 1
    if start == end or not any(token.is_alpha or token.is_digit for token in ent.doc[start:end]):
        return None
    span = Span(ent.doc, start, end, ent.label_)
    return Span(ent.doc, start, end, _type(span))


def _small(token: Token) -> bool:
    return token.lower_ in SMALL or token.text in TAILS


def _leads(token: Token, label: str) -> bool:
    if _small(token):
        return True
    if label != "person":
        return False
    word = token.lower_.rstrip(".")
    return (
        is_honorific(token.text)
        or is_title_head(word)
        or tenure_of(word) is not None
        or word in words("titles.modifiers")
        or find_demonym(token.text) is not None
    )


def _type(span: Span) -> str:
    """Return what the lexicons say the name is, else what the network said."""
    text = span.text
    if span.label_ in {"place", "organization", "misc"}:
        if find_country(text):
            return "country"
        if find_metonym(text) or find_organization(text):
            return "organization"
    return span.label_


def _known(doc: Doc, taken: set[int]) -> Iterator[Span]:
    for token in doc:
        if token.i in taken or not token.text[:1].isupper():
            continue
        for end in range(min(token.i + LONGEST, len(doc)), token.i, -1):
            span = doc[token.i : end]
            if any(t.i in taken or t.is_space or t.text == "\n" for t in span):
                continue
            label = _known_type(span)
            if label:
                taken.update(range(token.i, end))
                yield Span(doc, token.i, end, label)
                break


def _known_type(span: Span) -> str | None:
    text = span.text
    if find_country(text) and (len(span) > 1 or span[0].pos_ in {"PROPN", "NOUN", "ADJ"}):
        # "US officials": a country in adjective's place is still its name.
        return "country"
    if find_metonym(text) or find_organization(text):
        return "organization" if any(t.pos_ in {"PROPN", "NOUN"} for t in span) else None
    return None


def _demonyms(doc: Doc) -> Iterator[Span]:
    for token in doc:
        if token.text[:1].isupper() and token.ent_type_ in {"", "misc"} and not token.is_space:
            territory = find_demonym(token.text)
            if territory:
                yield Span(doc, token.i, token.i + 1, territory.code)
