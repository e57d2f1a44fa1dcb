"""The words for nations: *Papua New Guinean*, *South African*, *Syrian*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from eventgraph.annotate.names.known import is_small
from eventgraph.lexicon import Territory, find_country, find_demonym, find_place, words

LONGEST_DEMONYM = 3  # words


def find_demonyms(doc: Doc) -> Iterator[Span]:
    """The longest words for nations: *Papua New Guinean*, *South African*, *Syrian*."""
    end = 0
    for token in doc:
        if token.i >= end and token.text[:1].isupper() and not is_small(token):
            spans = (doc[token.i : token.i + size] for size in range(LONGEST_DEMONYM, 0, -1))
            for span in spans:
                territory = _nation(span)
                if territory:
                    end = span.end
                    yield Span(doc, span.start, span.end, territory.code)
                    break


def _nation(span: Span) -> Territory | None:
    """The country that the words are an adjective of; not where they are or belong to a name."""
    known = {"", "misc", "place"} if len(span) > 1 else {"", "misc"}
    named = any(token.ent_type_ not in known or token.is_space for token in span)
    if named or (len(span) > 1 and (find_country(span.text) or find_place(span.text))):
        return None
    if span.text.lower() in words("ambiguous.regional"):
        return None
    return find_demonym(span.text)
