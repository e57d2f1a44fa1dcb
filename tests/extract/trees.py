"""Docs from trees written out, so that a test needs no model.

A line a word: form lemma upos xpos head label [B-type or I-type]; heads count from 1 in the sentence, 0 is
the root. An empty line ends a sentence.
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Token

VOCAB = spacy.blank("en").vocab  # a bare Vocab knows no lower case


def make_doc(block: str) -> Doc:
    """Return the Doc that a block of lines describes."""
    rows: list[list[str]] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in block.strip().split("\n\n"):
        first = len(rows)
        for line in sentence.splitlines():
            cells = line.split()
            head = int(cells[4])
            heads.append(first + head - 1 if head else len(rows))
            starts.append(len(rows) == first)
            rows.append([*cells, "O"][:7])
    form, lemma, pos, tag, _, dep, ent = (list(column) for column in zip(*rows, strict=True))
    return Doc(VOCAB, words=form, lemmas=lemma, pos=pos, tags=tag, heads=heads, deps=dep, ents=ent)


def word(doc: Doc, text: str) -> Token:
    """Return the first token with the text."""
    return next(token for token in doc if token.text == text)


def texts(tokens: list[Token]) -> list[str]:
    """Return the tokens' texts."""
    return [token.text for token in tokens]
