"""A body by its words."""

from __future__ import annotations

from spacy.tokens import Span

from eventgraph.annotate.references import Reference, clean, mention_of
from eventgraph.model import make_entity


def body_of_words(span: Span, head: int) -> Reference:
    """The body that the words name; `head` is the index of their noun."""
    return Reference(make_entity(clean(span.text), "organization"), mention_of(span, "name"), head)
