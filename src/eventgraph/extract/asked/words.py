"""Words of a model server, found again in its quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span


def find_words(words: str, quote: Span) -> Iterator[Span]:
    """Yield the places in the quote where `words` stand, as whole tokens."""
    if not words.strip():
        return
    text, offset = quote.text, quote.start_char
    for found in re.finditer(re.escape(words), text):
        span = quote.doc.char_span(offset + found.start(), offset + found.end())
        if span is not None:
            yield span
