"""The words of a title as they are told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from eventgraph.annotate.office.complements import EDGES
from eventgraph.lexicon import is_title_head

PLURAL = frozenset({"NNS", "NNPS"})


def text_of(tokens: Sequence[Token]) -> str:
    """Return the words from the first to the last that tells something, a plural noun in the singular."""
    kept = list(tokens)
    while kept and kept[-1].lower_ in EDGES:
        kept.pop()
    while kept and kept[0].lower_ in EDGES:
        kept.pop(0)
    text = ""
    for token, following in pairwise([*kept, None]):
        if token is None:
            continue
        text += token.lemma_ if token.tag_ in PLURAL and is_title_head(token.lemma_) else token.text
        # Words that stood apart, or had something left out between them, stay apart.
        text += " " if following is not None and (token.whitespace_ or following.i != token.i + 1) else ""
    return " ".join(text.split())
