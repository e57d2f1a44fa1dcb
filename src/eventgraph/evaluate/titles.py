"""Is a system's title the gold's office?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from eventgraph.evaluate.names import load_words, words_of

# F1 of words at which two titles are one, unless they differ in a word of rank.
LEAST_COMMON = 0.8
CUT = re.compile(r",| for | on ")


def matches_title(title: str, golds: Iterable[str], known: frozenset[str]) -> bool:
    """Compare with each gold title, whole and cut before `for`, `on` or a comma.

    `known` are words of the article's other names, which a title may hold too many of.
    """
    words = _content(title)
    forms = {form for gold in golds for form in (gold, CUT.split(gold)[0])}
    return bool(words) and any(_is_same_office(words, _content(form), known) for form in forms)


def _is_same_office(words: frozenset[str], form: frozenset[str], known: frozenset[str]) -> bool:
    if not form:
        return False
    if form <= words and words - form <= load_words("tenure") | known:
        return True
    common = 2 * len(words & form) / (len(words) + len(form))
    return common >= LEAST_COMMON and (words ^ form).isdisjoint(load_words("rank"))


def _content(title: str) -> frozenset[str]:
    return frozenset(words_of(title)) - load_words("linking")
