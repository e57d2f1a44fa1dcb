"""Word shapes: what an uncased encoder cannot see of a word, as a small integer.

Training and run time share this module, so the two can never disagree.
"""

from __future__ import annotations

from functools import lru_cache

SHAPE_COUNT = 17
"""Number of distinct values: padding, eight shapes, and the same eight for later word pieces."""

CONTINUATION = 8
"""Added to the shape of a word for its second and later word pieces."""


@lru_cache(maxsize=1 << 16)
def word_shape(word: str) -> int:
    """Return the shape of a non-empty word, 1 to 8 (0 is kept for padding and special tokens).

    1 digits without letters, 2 punctuation, 3 UPPER, 4 one upper-case letter, 5 Title,
    6 begins upper-case and goes on mixed (McCain), 7 lower, 8 any other (iPhone, 20th).
    """
    if not any(char.isalpha() for char in word):
        return 1 if any(char.isdigit() for char in word) else 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word[0].isupper():
        return 5 if word[1:].islower() else 6
    return 7 if word.islower() else 8


def piece_shapes(word: str, pieces: int) -> list[int]:
    """Return one shape for each of a word's pieces: the word's own first, then its continuation."""
    shape = word_shape(word)
    return [shape] + [shape + CONTINUATION] * (pieces - 1)
