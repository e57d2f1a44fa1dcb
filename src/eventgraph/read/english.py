"""Is a text English? A count of stop words, for sorting out what the model can't read."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

WORD = re.compile(r"[^\W\d_]+")
# A name or a quoted title may hold a word of another language.
FEW = 1
# A sentence of names may hold no stop word at all; of so many words some must be English.
MANY = 40
LEAST_SHARE = 0.05


@cache
def load_stop_words() -> dict[str, frozenset[str]]:
    """Load the lists of english.yml: `english`, `others` and `particles` (of names)."""
    data = yaml.safe_load(files(__package__).joinpath("english.yml").read_text("utf-8"))
    lists = {name: frozenset(map(str, words.split())) for name, words in data.items()}
    return {**lists, "others": lists["others"] - lists["english"]}


def is_english(text: str) -> bool:
    """Tell whether `text` is likely English; a short text gets the benefit of the doubt."""
    words = WORD.findall(text)
    if sum(word.isascii() for word in words) * 2 < len(words):
        return False
    known = load_stop_words()
    ours = sum(word.lower() in known["english"] for word in words)
    theirs = sum(a.lower() in known["others"] and not _in_name(a, b) for a, b in pairwise([*words, ""]))
    return theirs <= ours + FEW and (len(words) < MANY or ours >= LEAST_SHARE * len(words))


def _in_name(word: str, following: str) -> bool:
    """Le Drian, von der Leyen."""
    particles = load_stop_words()["particles"]
    return word.lower() in particles and (following[:1].isupper() or following in particles)
