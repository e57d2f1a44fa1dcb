"""One name as it is: without titles before it, with what belongs to it, of the right type."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.names.bounds import bounds_of_body
from eventgraph.annotate.names.edges import ends_nothing, is_honour, leads
from eventgraph.annotate.names.known import is_small
from eventgraph.annotate.names.type import type_of
from eventgraph.lexicon import full_title, is_holders_name, is_title_head, words

GLUE = frozenset({"of", "for", "the", "and"})
PLACE_WORDS = frozenset({"Camp", "Fort", "Mount", "Lake", "Cape", "Port"})


def settled_name(ent: Span) -> Span | None:
    """Return the name as far as it is one, with its type; None if it is none."""
    start, end = _trimmed(ent)
    if _is_no_name(ent, start, end):
        return None
    if ent.label_ == "organization":
        start, end = bounds_of_body(ent.doc, start, end)
        if start >= end:
            return None
    if ent.label_ in {"place", "person"} and start and _is_generic(ent.doc[start - 1]):
        return Span(ent.doc, start - 1, end, "place")
    return Span(ent.doc, start, end, type_of(Span(ent.doc, start, end, ent.label_)))


def _trimmed(ent: Span) -> tuple[int, int]:
    """Where the name begins and ends without titles before it, and marks and honours after it."""
    start, end = ent.start, ent.end
    while end > start and (ends_nothing(ent.doc[end - 1]) or is_honour(ent.doc[end - 1], ent.label_)):
        end -= 1
    while start < end and leads(ent.doc[start], ent.label_) and (start + 1 < end or is_small(ent.doc[start])):
        start += 1
    if ent.label_ == "person" and is_holders_name(ent.text):
        start = ent.start  # Sheikh Hasina
    return start, end


def _is_no_name(ent: Span, start: int, end: int) -> bool:
    if start + 1 == end and (_is_plain(ent.doc[start]) or _is_short_title(ent)):
        return True
    if start < end and (_portfolio(ent.doc, start, end) or ent.doc[start:end].text.islower()):
        return True
    return not any(token.is_alpha or token.is_digit for token in ent.doc[start:end])


def _is_plain(token: Token) -> bool:
    """*Pirates attacked a tanker*: a common noun with the capital of its sentence."""
    begins = token.is_sent_start and token.tag_ == "NNS"
    return bool(begins) and token.lemma_.lower() in words("attack.armed") | words("casualty.people")


def _is_short_title(ent: Span) -> bool:
    """*NSA Ajit Rao*: the title, and not the agency."""
    known = full_title(ent.text) != ent.text and ent.text.isupper() and ent.label_ == "organization"
    behind = ent.doc[ent.end : ent.end + 1]
    return known and bool(behind) and behind[0].ent_type_ == "person" and ent[0].head.i >= ent.end


def _is_generic(token: Token) -> bool:
    """*Camp Hurriya*, *Mount Etna*: the word for what it is begins the name."""
    return token.text in PLACE_WORDS and not token.ent_type_ and not token.is_sent_start


def _portfolio(doc: Doc, start: int, end: int) -> bool:
    """*Secretary of State*, *the Defence Secretary*: a field of government beside a title is no name."""
    if any(
        token.lower_ not in words("titles.modifiers") and token.lower_ not in GLUE for token in doc[start:end]
    ):
        return False
    before = start - 1
    while before > 0 and doc[before].lower_ in GLUE:
        before -= 1
    titled = (
        before >= 0 and is_title_head(doc[before].lower_) and before < start - (doc[start].lower_ not in GLUE)
    )
    return titled or (end < len(doc) and is_title_head(doc[end].lower_))
