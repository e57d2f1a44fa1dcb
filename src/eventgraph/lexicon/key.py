"""How names are compared: without case, accents, full stops and the leading article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

Item = TypeVar("Item")

_AROUND = re.compile(r"^the\s+|['’]s?$", re.IGNORECASE)
_DROPPED = re.compile(r"[.,'’ʻ`\u0300-\u036f]")
_BETWEEN = re.compile(r"[\s\-‐–_]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d"})


@lru_cache(maxsize=1 << 16)
def make_key(name: str) -> str:
    """The form by which two spellings of a name are the same: `The Côte-d’Ivoire's` is `cote divoire`."""
    plain = _AROUND.sub("", name.strip()).casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return _BETWEEN.sub(" ", _DROPPED.sub("", plain)).strip()


def is_acronym(name: str) -> bool:
    """All capitals, as `U.S.` and `UAE`."""
    letters = _AROUND.sub("", name.strip()).replace(".", "")
    return 1 < len(letters) <= 8 and letters.isalpha() and letters.isupper()


class Names(Generic[Item]):
    """Items by name, the first to claim it.

    An acronym is found only in capitals (`US`, never `us`), a name given with its article only with it
    (`The Sun`, never `Sun`).
    """

    def __init__(self, pairs: Iterable[tuple[str, Item]], settled: Mapping[str, Item] | None = None) -> None:
        self._names: dict[str, Item] = {}
        self._acronyms: dict[str, Item] = {}
        for name, item in (*(settled or {}).items(), *pairs):
            table = self._acronyms if is_acronym(name) else self._names
            table.setdefault(_article(name) + make_key(name), item)

    def get(self, name: str) -> Item | None:
        """The item of that name, or None."""
        key = make_key(name)
        if key in self._acronyms and is_acronym(name):
            return self._acronyms[key]
        return self._names.get(_article(name) + key) or self._names.get(key)


def _article(name: str) -> str:
    return "the " if name[:4].lower() == "the " else ""
