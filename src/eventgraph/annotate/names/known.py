"""Names that the network missed or broke, but that lexicons know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.names.bounds import before_office
from eventgraph.lexicon import find_country, find_metonym, find_organization

LONGEST = 8  # tokens of a known name
SMALL = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "this"})
TAILS = frozenset({"'s", "’s", "'", "’", ",", ".", "”", '"', "(", ")", "-", "–", "—", ":", "of", "in", "at"})


def known_names(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Names that lexicons know: outside those found, or around them (*Agence* | *France-Presse*)."""
    owner = {token.i: span for span in found for token in span}
    text = doc.text
    tokens = list(doc)
    begins = [token.idx for token in tokens]
    ends = [token.idx + len(token) for token in tokens]
    spaces = [token.is_space for token in tokens]
    last = 0
    for i, begin in enumerate(begins):
        if i < last or not text[begin].isupper():
            continue
        for end in range(min(i + LONGEST, len(doc)), i, -1):
            listed = _listed(text[begin : ends[end - 1]])
            if not listed or any(spaces[i:end]) or not _is_around(doc[i:end], owner):
                continue
            if before_office(doc, i, end) < end:
                continue
            if label := _known_type(doc[i:end], listed):
                last = end
                yield Span(doc, i, end, label)
                break


def _is_around(span: Span, owner: dict[int, Span]) -> bool:
    """Does the span hold every name it touches, and more than that?"""
    touched = [owner[token.i] for token in span if token.i in owner]
    if span[-1].text in TAILS or (touched and is_small(span[0])):
        return False
    return all(span.start <= one.start and one.end <= span.end and len(one) < len(span) for one in touched)


@lru_cache(maxsize=1 << 16)
def _listed(text: str) -> str | None:
    """Return how the lexicons list the name: a country, an armed group or another body."""
    if find_country(text):
        return "country"
    known = find_organization(text)
    if known is not None and known.kind == "armed-group":
        return "armed-group"
    return "body" if known or find_metonym(text) else None


def _known_type(span: Span, listed: str) -> str | None:
    if listed == "country" and (len(span) > 1 or span[0].pos_ in {"PROPN", "NOUN", "ADJ"}):
        # "US officials": a country in adjective's place is still its name.
        return "country"
    # *Houthi* is an adjective, too
    named = listed == "armed-group" or any(t.pos_ in {"PROPN", "NOUN"} for t in span) or _is_acronym(span)
    return "organization" if listed != "country" and named else None


def _is_acronym(span: Span) -> bool:
    """*WHO spokesman*, which the tagger may take for a pronoun; not a word of a line in capitals."""
    beside = span.doc[max(span.start - 1, 0) : span.end + 1]
    return len(span) == 1 and span[0].is_upper and sum(t.is_alpha and t.is_upper for t in beside) == 1


def is_small(token: Token) -> bool:
    """Is it a determiner, a mark or a preposition, which no name begins with?"""
    return token.lower_ in SMALL or token.text in TAILS
