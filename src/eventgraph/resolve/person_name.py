"""A person's name in parts: honorifics, particles and generation apart from the words that name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from eventgraph.lexicon import gender_of, load, strip_honorifics
from eventgraph.lexicon.key import make_key
from eventgraph.resolve.data import load_data

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
INITIAL = re.compile(r"\b([A-Z])\.")
POSSESSIVE = re.compile(r"'s?$")
TABLE = str.maketrans({"’": "'", "`": "'", "ʻ": "'", "‘": "'"})


class PersonName(NamedTuple):
    """Folded words; the last is the family name unless it comes first (*Orban Viktor*).

    `generation` is `jr`, `sr`, `ii` and the like, or empty; `gender` what honorific or given name imply.
    """

    words: tuple[str, ...]
    generation: str
    gender: str | None

    @property
    def is_bare(self) -> bool:
        """Is it a single word, so that it names a family (or a given name) rather than a person?"""
        return len(self.words) < 2

    @property
    def family(self) -> str:
        """The family name, where it comes last."""
        return self.words[-1]

    @property
    def key(self) -> str:
        """Equal for names that differ in case, accents, hyphens, honorifics and particles only."""
        return " ".join((*self.words, self.generation)).strip()


@lru_cache(1 << 17)
def read_person_name(name: str) -> PersonName:
    """The parts of a name. A name of nothing but particles keeps them."""
    rules = load("name_parts")
    plain = POSSESSIVE.sub("", name.translate(TABLE).strip())
    generation = next((rules["generations"][w] for w in _words(plain) if w in rules["generations"]), "")
    folded = [w for w in _words(strip_honorifics(plain)) if w not in rules["generations"]]
    words = _named([w for w in folded if w not in rules["particles"]], generation)
    return PersonName(tuple(words or folded or [make_key(name)]), generation, gender_of(name))


def _named(words: list[str], generation: str) -> list[str]:
    """The words without ranks before them, nor what a ruler with a number is: *Queen Elizabeth II*."""
    lists = load_data("words")
    before = {*lists["ranks"], *lists["royal"]} if generation else {*lists["ranks"]}
    while len(words) > 1 and words[0] in before:
        words = words[1:]
    return words


def _words(name: str) -> list[str]:
    """Lower case without accents; initials stand apart (`J.R.` is `j r`), hyphens part words."""
    plain = unicodedata.normalize("NFKD", INITIAL.sub(r"\1 ", name).casefold())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
