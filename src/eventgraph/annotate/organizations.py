"""Which organisation names of one article are the same body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventgraph.lexicon import find_organization, words

SMALL = frozenset({"the", "of", "for", "and", "on", "in", "to", "a"})


@lru_cache(4096)
def fold(name: str) -> str:
    """Return a name without article, case, dots and possessive."""
    plain = re.sub(r"['’]s$", "", name.casefold().replace(".", ""))
    return re.sub(r"^(the|an|a) ", "", " ".join(plain.split()))


@lru_cache(4096)
def initials(name: str) -> str:
    """Return the initials of a name's main words: Israel Defense Forces gives idf."""
    return "".join(w[0] for w in re.findall(r"\w+", fold(name)) if w not in SMALL)


def same_body(short: str, full: str) -> bool:
    """Are two names one body: the same words, a known alias, an acronym, or a last part (*the Ministry*)?"""
    a, b = fold(short), fold(full)
    if a == b:
        return True
    known_a, known_b = find_organization(short), find_organization(full)
    if known_a and known_b:
        return known_a.name == known_b.name
    if short.isupper() and 2 < len(a) <= 6 and " " not in a:
        return a == initials(full)
    return (" " in a or a in words("bodies")) and b.endswith(" " + a)


def link(names: Sequence[str]) -> list[int]:
    """For each mention, in the order of the text, the index of the fullest mention of the same body."""
    home = list(range(len(names)))
    by_length = sorted(range(len(names)), key=lambda i: (-len(fold(names[i])), i))
    for rank, i in enumerate(by_length):
        fuller = [j for j in by_length[:rank] if home[j] == j and same_body(names[i], names[j])]
        if fuller:
            home[i] = min(fuller, key=lambda j: (abs(j - i), j))
    return home
