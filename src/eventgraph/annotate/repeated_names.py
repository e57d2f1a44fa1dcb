"""A name met again in an article: what is seen of it in one place counts in the others, too.

One sense per discourse (Gale, Church and Yarowsky 1992), as evidence and not as a rule: *Jordan* the country
and *Jordan* the senator may stand in one article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SHARE = np.float32(0.3)
"""What the mean of a word's other places counts for, beside its own."""


def lean_on_repeats(scores: Floats, words: Sequence[str]) -> Floats:
    """Return the log-probability of each word's tags, [words, tags], with those of its other places.

    Only words with a capital take part: *may* and *May* are two.
    """
    top = scores.max(axis=1, keepdims=True)
    likely: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    places: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        if word[0].isupper():
            places[word].append(i)
    for found in places.values():
        if len(found) > 1:
            own = likely[found]
            likely[found] = own + SHARE * (own.sum(axis=0) - own) / np.float32(len(found) - 1)
    return likely
