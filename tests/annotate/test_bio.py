"""Name tags come out well-formed, and none scores higher."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eventgraph.annotate.bio import NameDecoder

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
SCORES = st.integers(1, 4).flatmap(
    lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.integers(-9, 9).map(float))
)


def well_formed(tags: tuple[str, ...]) -> bool:
    pairs = zip(("O", *tags), tags, strict=False)
    return all(not tag.startswith("I-") or before[2:] == tag[2:] for before, tag in pairs)


@settings(max_examples=150)
@given(SCORES)
def test_well_formed(scores: np.ndarray) -> None:
    starts = np.zeros(len(scores), bool)
    assert well_formed(tuple(TAGS[i] for i in NameDecoder(TAGS)(scores, starts)))


@settings(max_examples=80, deadline=None)
@given(SCORES.map(lambda scores: scores - 20 * (np.arange(len(TAGS)) == 0)))
def test_best_where_every_word_may_be_named(scores: np.ndarray) -> None:
    found = NameDecoder(TAGS)(scores, np.zeros(len(scores), bool))
    paths = product(range(len(TAGS)), repeat=len(scores))
    best = max(
        sum(scores[i, k] for i, k in enumerate(path))
        for path in paths
        if well_formed(tuple(TAGS[k] for k in path))
    )
    assert sum(scores[i, k] for i, k in enumerate(found)) == best


def test_no_name_crosses_a_sentence() -> None:
    scores = np.zeros((2, len(TAGS)), np.float32)
    scores[:, TAGS.index("I-PER")] = 5
    scores[0, TAGS.index("B-PER")] = 6
    tags = [TAGS[i] for i in NameDecoder(TAGS)(scores, np.array([True, True]))]
    assert tags[0] == "B-PER" and tags[1] != "I-PER"
