"""Which country had this person in this office, and until when: *President Hollande* was France's."""

from __future__ import annotations

from functools import cache

from eventgraph.lexicon.data import load
from eventgraph.lexicon.key import make_key
from eventgraph.lexicon.person_name import Gender, gender_of
from eventgraph.lexicon.territory import Territory, country_by_code

FAMILY_FIRST = frozenset({"cn", "tw", "kr", "kp"})
BARE = frozenset({"secretary", "minister"})  # *Secretary Kerry*: of which department, the holder says


def office_country(title: str, name: str) -> Territory | None:
    """Return the one country of which somebody of this name, or of a part of it, has had the office."""
    words = frozenset(make_key(name).split())
    codes = {
        code for office, code, held in _holders() if _is_same(_spelled(title), office) and _agree(words, held)
    }
    return country_by_code(codes.pop()) if len(codes) == 1 else None


def office_left(title: str, name: str, country: str | None) -> str | None:
    """Return the day, as an ISO date, on which the last holder of this name left the office for good.

    `country` is a code. A surname alone says who is meant only together with the country.
    """
    words = frozenset(make_key(name).split())
    left = [
        date
        for office, code, held, date in _past()
        if office == _spelled(title) and _agree(words, held) and (code == country or len(words) > 1)
    ]
    return max(left, default=None)


def gender_of_holder(surname: str) -> Gender | None:
    """Return the gender of all office-holders of this surname, as their given names tell it.

    None of a name that is more than a surname, or that is nobody's, or a man's and a woman's.
    """
    genders = _genders().get(make_key(surname), set())
    return next(iter(genders)) if len(genders) == 1 else None


def is_holders_name(name: str) -> bool:
    """Is it the family name, or the whole name, of somebody who has held a national office?"""
    key = make_key(name)
    return key in _genders() or frozenset(key.split()) in _whole_names()


def _spelled(title: str) -> str:
    """An office in one spelling: a *Defence Secretary* is a *defense secretary*."""
    return title.lower().replace("defence", "defense")


def _is_same(title: str, office: str) -> bool:
    return title == office or (title in BARE and title in office.split())


def _agree(words: frozenset[str], held: frozenset[str]) -> bool:
    return bool(words) and (words <= held or held <= words)


@cache
def _past() -> tuple[tuple[str, str, frozenset[str], str], ...]:
    return tuple(
        (_spelled(office), code, frozenset(make_key(name).split()), str(date))
        for code, offices in load("past_holders").items()
        for office, holders in offices.items()
        for name, date in holders.items()
    )


@cache
def _holders() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple(
        (_spelled(office), code, frozenset(make_key(name).split()))
        for lexicon in ("officeholders", "past_holders")
        for code, offices in load(lexicon).items()
        for office, names in offices.items()
        for name in names
    )


@cache
def _whole_names() -> frozenset[frozenset[str]]:
    return frozenset(held for _, _, held in _holders() if len(held) > 1)


@cache
def _genders() -> dict[str, set[Gender | None]]:
    """The genders of those who bear a surname; None for a given name that tells nothing."""
    found: dict[str, set[Gender | None]] = {}
    for lexicon in ("officeholders", "past_holders"):
        for code, offices in load(lexicon).items():
            for name in (name for names in offices.values() for name in names if " " in name):
                family = name.split()[0 if code in FAMILY_FIRST else -1]
                found.setdefault(make_key(family), set()).add(gender_of(name))
    return found
