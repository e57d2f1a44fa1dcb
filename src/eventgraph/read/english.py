"""Is a text English? A count of stop words, for sorting out what the model can't read."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

WORD = re.compile(r"[^\W\d_]+")
# Names and titles hold some words of other languages.
FEW = 2
# A sentence of names may hold no stop word at all; of so many words some must be English.
MANY = 40
LEAST_SHARE = 0.05


@cache
def load_stop_words() -> tuple[frozenset[str], frozenset[str]]:
    """Load the words of english.yml: English ones, and those of other languages only."""
    data = yaml.safe_load(files(__package__).joinpath("english.yml").read_text("utf-8"))
    english, others = (frozenset(map(str, data[name].split())) for name in ("english", "others"))
    return english, others - english


def is_english(text: str) -> bool:
    """Tell whether `text` is likely English; a short text gets the benefit of the doubt."""
    words = WORD.findall(text)
    if sum(word.isascii() for word in words) * 2 < len(words):
        return False
    english, others = load_stop_words()
    ours = sum(word.lower() in english for word in words)
    # Before a capital a particle is part of a name: Le Drian, von der Leyen.
    theirs = sum(a.lower() in others and not b[:1].isupper() for a, b in pairwise([*words, ""]))
    return theirs <= ours + FEW and (len(words) < MANY or ours >= LEAST_SHARE * len(words))
