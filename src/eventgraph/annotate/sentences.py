"""The number of each token's sentence, counted once a document."""

from __future__ import annotations

from spacy.tokens import Doc, Token

KEY = "eventgraph.sentence_numbers"


def sentence_number(token: Token) -> int:
    """Return which sentence of the document the token stands in, from 0."""
    numbers: list[int] | None = token.doc.user_data.get(KEY)
    if numbers is None:
        numbers = token.doc.user_data[KEY] = _count(token.doc)
    return numbers[token.i]


def _count(doc: Doc) -> list[int]:
    return [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
