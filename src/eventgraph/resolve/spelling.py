"""Whether two words are one name in two spellings: *Gaddafi*, *Qaddafi*; *Tony*, *Anthony*; *J*, *John*.

By sound classes in the manner of Soundex and its successors, made for transliterations, and by the distance
of letters.
`rigour` knows more spellings, but loading them takes seconds and 400 MB, and its score of whole names takes
George W. and George H. W. Bush for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from rigour.text.distance import levenshtein

from eventgraph.lexicon import same_given_name
from eventgraph.lexicon.person_name import full_forms

Kinship = Literal["same", "nickname", "variant", "initial", "close", "other"]
LONG, VERY_LONG = 5, 9  # letters from which two letters, or three, may differ
# Ways to write one sound of another script.
LETTERS = (
    (r"(?:[iy]?y|i[iyj]|yj|ey|i)$", "i"), (r"(.)\1+", r"\1"), (r"(?:iy|y)?(?:eh|ah|a)$", "a"),
    (r"ou|oo", "u"), (r"ee", "i"), (r"kh", "h"), (r"gh", "g"), (r"q|ck", "k"), (r"ph", "f"),
    (r"dj|dzh", "j"), (r"tz|ts", "z"),
    (r"tch|tsch", "ch"), (r"sch", "sh"), (r"w", "v"), (r"y(?=[aeou])", ""), (r"ks", "x"), (r"'", ""),
)  # fmt: skip
# Letters that sound alike, and vowels left out.
SOUNDS = (
    (r"g", "k"), (r"sh|ch|j|c(?=[eiy])|z", "s"), (r"c", "k"), (r"u(?=[aeio])", "v"), (r"x", "ks"),
    (r"th", "t"), (r"(?<=.)[aeiouyh]", ""),
)  # fmt: skip


def compare_words(a: str, b: str, *, given: bool) -> Kinship:
    """How two folded words of names relate. Pet forms and initials count for given names only."""
    if a == b:
        return "same"
    if given and 1 in (len(a), len(b)):
        return "initial" if a[0] == b[0] else "other"
    if given and same_given_name(a, b):
        return "nickname"
    if min(len(a), len(b)) < LONG - 1:
        return "other"
    if respell(a) == respell(b):
        return "variant"
    return "close" if _is_close(a, b) else "other"


def _is_close(a: str, b: str) -> bool:
    """The same consonants by sound, and few letters apart."""
    shorter = min(len(a), len(b))
    most = 1 if shorter < LONG else 2 if shorter < VERY_LONG else 3
    return skeleton(a) == skeleton(b) and levenshtein(a, b) <= most


def _replace(word: str, rules: Sequence[tuple[str, str]]) -> str:
    for pattern, sound in rules:
        word = re.sub(pattern, sound, word)
    return word


@lru_cache(1 << 17)
def respell(word: str) -> str:
    """One spelling for the usual transliterations: *Zelenskyy* and *Zelenskiy* are `zelenski`."""
    return _replace(word, LETTERS)


@lru_cache(1 << 17)
def skeleton(word: str) -> str:
    """The consonants as they sound, so that spellings of one name meet."""
    return _replace(respell(word), SOUNDS)


@lru_cache(1 << 17)
def classes(word: str, *, given: bool) -> frozenset[str]:
    """What words that may be one have in common; for blocking."""
    forms = full_forms(word) if given else frozenset[str]()
    return frozenset({word, f"~{skeleton(word)}", *forms})
