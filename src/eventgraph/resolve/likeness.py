"""How alike two names are: which of the likenesses of `features.yml` applies, and what vetoes they hold."""

from __future__ import annotations

from typing import NamedTuple

from eventgraph.lexicon import country_by_code, gender_of
from eventgraph.resolve.bearer import Bearer, is_bare
from eventgraph.resolve.body_name import initials_of, word_lists
from eventgraph.resolve.person_name import PersonName
from eventgraph.resolve.spelling import compare_words, skeleton

ALIKE = ("same", "nickname", "variant", "initial", "close")
# Kinds of given and family name to likeness.
PERSONS = {
    ("same", "same"): "middle-name",
    ("nickname", "same"): "pet-form",
    ("variant", "same"): "spelling",
    ("initial", "same"): "initial",
    ("close", "same"): "close-spelling",
    ("same", "variant"): "spelling",
    ("nickname", "variant"): "close-spelling",
    ("variant", "variant"): "close-spelling",
    ("same", "close"): "close-spelling",
}


class Found(NamedTuple):
    """A feature of `features.yml` and what was found, in words."""

    feature: str
    detail: str = ""


def likeness(one: Bearer, other: Bearer) -> Found | None:
    """How alike the names are, or None if they are not."""
    if one.name_key == other.name_key:
        return Found("same-name")
    if one.type == "person":
        return _person_likeness(one.person, other.person)
    return _body_likeness(one, other) if one.type == "organization" else None


def veto(one: Bearer, other: Bearer) -> Found | None:
    """What forbids that the two are one."""
    if one.type == "person":
        return _person_veto(one, other)
    if one.type == "organization" and one.body.land and other.body.land and one.body.land != other.body.land:
        lands = sorted(country_by_code(code).name for code in (one.body.land, other.body.land))
        return Found("land", ", ".join(lands))
    return None


def _person_likeness(a: PersonName, b: PersonName) -> Found | None:
    if a.words == b.words:
        return Found("same-bare-name" if is_bare(a) else "same-name")
    if a.is_bare or b.is_bare:
        return _bare_likeness(a, b)
    if "".join(a.words) == "".join(b.words):
        return Found("same-words")
    if sorted(a.words) == sorted(b.words):
        return Found("swapped-names" if all(map(_is_given, a.words)) else "same-words")
    given = compare_words(a.words[0], b.words[0], given=True)
    family = compare_words(a.family, b.family, given=False)
    feature = PERSONS.get((given, family))
    if feature:
        return Found(feature, f"{' '.join(a.words)}, {' '.join(b.words)}")
    return Found("longer-name") if _is_longer(a.words, b.words) else None


def _is_given(word: str) -> bool:
    """Is it known as a given name? *Ali Hassan* and *Hassan Ali* are two."""
    return gender_of(f"{word.title()} Berg") is not None


def _bare_likeness(a: PersonName, b: PersonName) -> Found | None:
    short, full = (a, b) if a.is_bare else (b, a)
    if full.is_bare:
        return None
    if short.family == full.family:
        return Found("family-name")
    return Found("given-name") if short.family == full.words[0] else None


def _is_longer(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are the words of one, two or more, among the other's in the same order, at one of its ends?"""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    ordered = all(word in rest for word in short)
    return len(short) > 1 and ordered and (short[0] == long[0] or short[-1] == long[-1])


def _person_veto(one: Bearer, other: Bearer) -> Found | None:
    a, b = one.person, other.person
    if one.gender and other.gender and one.gender != other.gender:
        return Found("gender")
    if a.generation and b.generation and a.generation != b.generation:
        return Found("generation", f"{a.generation}, {b.generation}")
    if a.is_bare or b.is_bare:
        return None
    if _middles_differ(a.words[1:-1], b.words[1:-1]) and a.family == b.family:
        return Found("middle-names", f"{' '.join(a.words[1:-1])}, {' '.join(b.words[1:-1])}")
    given = compare_words(a.words[0], b.words[0], given=True)
    if given == "other" and not _is_longer(a.words, b.words) and sorted(a.words) != sorted(b.words):
        return Found("given-names", f"{a.words[0]}, {b.words[0]}")
    return None


def _middles_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Can neither be the other with something left out? Initials stand in their places: W. is not H. W."""
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if any(len(word) == 1 for word in (*a, *b)):
        return any(compare_words(x, y, given=True) == "other" for x, y in zip(a, b, strict=False)) or (
            len(a) != len(b) and a[: len(b)] != b[: len(a)]
        )
    return not all(any(compare_words(x, y, given=True) in ALIKE for y in long) for x in short)


def _body_likeness(one: Bearer, other: Bearer) -> Found | None:
    found = _acronym(one, other) or _acronym(other, one)
    if found:
        return found
    a, b = one.body, other.body
    if a.known or b.known or a.shared or b.shared or a.local or b.local:
        return None
    if a.words == b.words and (a.land is None) != (b.land is None):
        return Found("country-left-out", country_by_code(str(a.land or b.land)).name)
    if a.land != b.land:
        return None
    extra = {*a.words} ^ {*b.words}
    if extra and extra <= {*word_lists()["optional"]} and _tells(set(a.words) & set(b.words)):
        return Found("generic-words", ", ".join(sorted(extra)))
    if len(a.words) == len(b.words) > 1 and sorted(map(skeleton, a.words)) == sorted(map(skeleton, b.words)):
        return Found("spelling", ", ".join(sorted(extra)))
    return None


def _tells(common: set[str]) -> bool:
    """Do the words left tell a body: not only *national* or *police*?"""
    lists = word_lists()
    return bool(common - {*lists["optional"], *lists["shared"], "national", "state", "federal", "public"})


def _acronym(short: Bearer, full: Bearer) -> Found | None:
    acronym = short.body.acronym
    if acronym is None or short.body.known or full.body.acronym:
        return None
    told = sorted(n for n in full.names if n.replace(".", "") == acronym)
    if told:
        return Found("acronym-told", f"{full.name}, {told[0]}")
    fits = len(acronym) > 2 and acronym in initials_of(full.name)
    return Found("acronym-fits") if fits else None
