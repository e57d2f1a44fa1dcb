"""Does a system's name for a thing name the gold's?"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from eventgraph.evaluate.entity import GoldEntity

Words = tuple[str, ...]
# Share of words that two names of anything but a person must have in common.
LEAST_COMMON = 0.6


@cache
def load_words(name: str) -> frozenset[str]:
    """Load one list of names.yml."""
    return frozenset(_load()[name].split())


@cache
def _load() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("names.yml").read_text("utf-8"))
    return {**data, "characters": str.maketrans(data["characters"])}


@cache
def words_of(name: str) -> Words:
    """Return the words of a name, blind to case, accents, possessives, hyphens and small words."""
    plain = unicodedata.normalize("NFKD", name.translate(_load()["characters"]))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\.(?=\w\b)", "", re.sub(r"'s\b", "", plain))  # U.S. is one word
    words = re.sub(r"[^\w]+", " ", plain).split()
    return tuple(_load()["spellings"].get(word, word) for word in words if word not in load_words("small"))


def matches_name(name: str, entity: GoldEntity) -> bool:
    """Compare by any of the entity's forms; people by their last names, others by common words."""
    words = words_of(name)
    return bool(words) and any(_matches_form(words, words_of(form), entity) for form in entity.forms)


def _matches_form(words: Words, form: Words, entity: GoldEntity) -> bool:
    if words == form:
        return True
    if entity.type == "person":
        return _is_same_person(_bare(words), _bare(form), is_single=len(words_of(entity.name)) == 1)
    return bool(form) and len({*words} & {*form}) / len({*words} | {*form}) >= LEAST_COMMON


def _is_same_person(words: Words, form: Words, is_single: bool) -> bool:
    """A last name alone will do, and so will more or fewer names before the same last one.

    A form of one word is met by a longer name only if the gold knows no more of the person.
    """
    if not words or not form or words[-1] != form[-1]:
        return False
    if words == form or len(words) == 1:
        return True
    if len(form) == 1:
        return is_single
    return {*words} <= {*form} or {*form} <= {*words}


def _bare(words: Words) -> Words:
    return tuple(word for word in words if word not in load_words("honorifics"))
