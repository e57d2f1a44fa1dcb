"""Words found in an array are those found token by token."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.extract.statements.positions import in_order, positions

NLP = spacy.blank("en")
WORDS = frozenset({"we", "US", "said", "I"})


@given(st.lists(st.sampled_from(["We", "we", "US", "us", "said", "I", "it", "."]), max_size=12))
def test_positions_are_those_of_the_words(words: list[str]) -> None:
    doc = spacy.tokens.Doc(NLP.vocab, words=words)
    assert positions(doc, "ORTH", WORDS) == [t.i for t in doc if t.text in WORDS]
    assert positions(doc, "LOWER", WORDS) == [t.i for t in doc if t.lower_ in WORDS]


def test_indices_come_once_in_order() -> None:
    assert in_order([4, 1], [1, 0]) == [0, 1, 4]
