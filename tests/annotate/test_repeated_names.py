"""A word's name tags lean on those of its other places, and on nothing else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.annotate.repeated_names import lean_on_repeats

PLACE, PERSON = 1, 2  # 0 is no name
WORDS = st.lists(st.sampled_from(["May", "may", "Jordan", "Amman", "it"]), min_size=1, max_size=8)


def tags(words: list[str], scores: list[list[float]]) -> list[int]:
    leaning = lean_on_repeats(np.array(scores, np.float32), words)
    return [int(tag) for tag in leaning.argmax(axis=1)]


def test_a_doubtful_place_leans_on_two_clear_ones() -> None:
    clear, doubtful = [0.0, 6.0, 0.0], [0.0, 1.0, 1.5]
    assert tags(["Azur", "Azur", "Azur"], [clear, doubtful, clear]) == [PLACE, PLACE, PLACE]


def test_what_is_clear_in_each_place_stays() -> None:
    assert tags(["Jordan", "Jordan"], [[0.0, 9.0, 0.0], [0.0, 0.0, 9.0]]) == [PLACE, PERSON]


def test_small_letters_are_other_words() -> None:
    assert tags(["may", "May", "may"], [[9.0, 0.0, 0.0], [0.0, 0.5, 1.0], [9.0, 0.0, 0.0]])[1] == PERSON


@settings(max_examples=100)
@given(WORDS, st.integers(0, 2**32 - 1))
def test_words_met_once_keep_their_tags(words: list[str], seed: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 3, (len(words), 3)).astype(np.float32)
    leaning = lean_on_repeats(scores, words)
    alone = [i for i, word in enumerate(words) if words.count(word) == 1 or word.islower()]
    assert (leaning[alone].argmax(axis=1) == scores[alone].argmax(axis=1)).all()
    assert np.isfinite(leaning).all() and leaning.shape == scores.shape
