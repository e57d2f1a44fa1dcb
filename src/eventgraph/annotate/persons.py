"""Which person names of one article are the same person: short names lead back to fuller ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from eventgraph.lexicon import gender_of, same_given_name

PARTICLES = frozenset(
    {"al", "el", "bin", "ben", "van", "von", "de", "der", "da", "di", "du", "la", "le", "abu", "ibn"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded: no case, accent, dot or hyphen (`al-Sisi` is al, sisi)."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    return tuple(re.findall(r"[^\W_]+(?:'[^\W_]+)?", re.sub(r"'s?$", "", plain)))


def _core(name: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(p for p in name if p not in SUFFIXES)
    return kept or name


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Can `short` be a form of `full`? Same family name; given names equal, nicknames, initials or absent."""
    a, b = _core(short), _core(full)
    if _generations_differ(short, full):
        return False
    if a == b:
        return True
    if not a or not b or len(a) > len(b) + 1:
        return False
    if len(a) == 1 or a[0] in PARTICLES:
        return a == b[-len(a) :] or (a[0] in PARTICLES and a[1:] == b[-len(a) + 1 :])
    if a[-1] != b[-1]:
        # Family names of two words: "Rivera Schatz" is Thomas Rivera Schatz; "Kim Jong" is Kim Jong-un.
        return len(b) > len(a) >= 2 and (a == b[-len(a) :] or a == b[: len(a)] or _first_surname(a, b))
    if a == b[-len(a) :]:
        return True
    return _given(a[0], b[0]) and _middles_agree(a[1:-1], b[1:-1])


def _generations_differ(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """*Berg Sr.* is not Jan Berg Jr.; who is named in full beside a *Jr.* or *Sr.* is another, too."""
    one, other = {*short} & SUFFIXES, {*full} & SUFFIXES
    if one and other:
        return one != other
    return bool((one | other) & {"jr", "sr"}) and (bool(one) or len(_core(short)) > 1)


def _first_surname(a: Sequence[str], b: Sequence[str]) -> bool:
    """*Pedro Pierluisi* is Pedro R. Pierluisi Urrutia: the first of two surnames is the one in use."""
    return _given(a[0], b[0]) and a[-1] in b[1:-1]


def _given(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0]) or same_given_name(a, b)


def _middles_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    if not a or not b:
        return True
    return a[0] == b[0] or (1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0])


def link(names: Sequence[str]) -> list[int]:
    """For each mention of a person, in the order of the text, the index of the mention naming it most fully.

    A short name goes to the nearest fuller one before it, else to the nearest after it. Who was called *Lee*
    before any other Lee was named stays so when a *Bob Lee* comes along.
    """
    folded = [parts(name) for name in names]
    home = list(range(len(names)))
    by_length = sorted(range(len(names)), key=lambda i: (-len(_core(folded[i])), i))
    for rank, i in enumerate(by_length):
        fuller = [j for j in by_length[:rank] if home[j] == j and _fits(folded[i], folded[j])]
        if fuller:
            said = [k for k in range(i) if folded[k] == folded[i] and home[k] in fuller]
            sure = said and _met(fuller, home, said[0]) == [home[said[0]]]
            home[i] = home[said[0]] if sure else _owners(fuller, home, i)[0]
    return home


def _met(candidates: list[int], home: list[int], i: int) -> list[int]:
    """Candidates mentioned before `i`."""
    return [j for j in candidates if any(home[k] == j for k in range(i))]


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if same_person(short, full):
        return True
    if len(short) != 1 or len(full) < 2 or len(short[0]) < 3:
        return False
    # A lone given name ("Boris") is its owner's, if it is no one's family name here; so is the first of two
    # surnames ("Vázquez" for Wanda Vázquez Garced), but a middle name is not.
    return short[0] == full[0] or (short[0] in full[1:-1] and gender_of(short[0].capitalize()) is None)


def _owners(candidates: list[int], home: list[int], i: int) -> list[int]:
    """Candidates by their nearest mention: before `i` first."""

    def distance(j: int) -> tuple[int, int]:
        mentions = [k for k, owner in enumerate(home) if owner == j and k != i]
        before = [i - k for k in mentions if k < i]
        return (0, min(before)) if before else (1, min((k - i for k in mentions), default=0))

    return sorted(candidates, key=distance)
