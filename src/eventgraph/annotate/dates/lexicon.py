"""The words and patterns of `dates.yml`, compiled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec
import yaml

_NOT_INSIDE = r"(?<!\w)"  # no expression begins within a word: said first, it spares most tries
_PLACE = re.compile(r"\{(~?)([a-z_]+)\}")


class Rule(msgspec.Struct, frozen=True):
    """A shape of date expression, and the name of the function that resolves it."""

    read: str
    pattern: re.Pattern[str]
    wide: bool = False


class DateLexicon(msgspec.Struct, frozen=True):
    """`words` holds, by list, the normalised word and its number; `rules`, by kind of trigger, the shapes.

    A match of `triggers`, of which the second are those of the wide rules alone, has its kind as `lastgroup`.
    """

    words: dict[str, dict[str, int]]
    bounds: frozenset[str]
    rules: dict[str, tuple[Rule, ...]]
    triggers: tuple[re.Pattern[str], ...]
    amount: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    not_whole: re.Pattern[str]
    tense: re.Pattern[str]

    def number(self, words: str, text: str) -> int:
        """The number that `text` has in the list `words`: ("month", "Sept") is 9."""
        return self.words[words][normal(text)]


def normal(text: str) -> str:
    """Lower case, words joined by hyphens: how `DateLexicon.words` spells them.

    `re.IGNORECASE` also takes a dotless ı for an i.
    """
    return "-".join(re.split(r"[\s-]+", text.casefold().replace("ı", "i")))


@cache
def date_lexicon() -> DateLexicon:
    """The lexicon, read once a process."""
    data = yaml.safe_load(Path(__file__).with_name("dates.yml").read_text(encoding="utf-8"))
    patterns = _Patterns(data)
    return DateLexicon(
        words={name: {normal(word): n for word, n in words.items()} for name, words in data["words"].items()},
        bounds=frozenset(data["bounds"]),
        rules={
            kind: tuple(
                Rule(rule["read"], patterns.compile(f"{_NOT_INSIDE}(?:{rule['pattern']})"), wide)
                for section, wide in (("patterns", False), ("wide_patterns", True))
                for rule in data[section].get(kind, ())
            )
            for kind in data["triggers"]
        },
        triggers=tuple(
            patterns.compile(
                r"\b(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in data[name].items()) + ")"
            )
            for name in ("triggers", "wide_triggers")
        ),
        amount=patterns.compile(r"{count}\s?(?P<unit>{~wide_unit})s?"),
        not_after=re.compile(data["not_after"]),
        not_before=re.compile(data["not_before"]),
        not_whole=re.compile(data["not_whole"]),
        tense=re.compile(f"(?P<future>{data['future']})|(?P<past>{data['past']})"),
    )


class _Patterns:
    """Fills the places of a pattern with alternations of words and with parts."""

    def __init__(self, data: dict[str, dict[str, str]]) -> None:
        self.words = {
            name: _alternation(list(w), set(data["capitalised"])) for name, w in data["words"].items()
        }
        self.parts = data["parts"]

    def compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(self._expand(pattern), re.IGNORECASE)

    def _expand(self, pattern: str) -> str:
        return _PLACE.sub(lambda place: self._fill(place[1], place[2]), pattern)

    def _fill(self, unnamed: str, name: str) -> str:
        if name in self.parts:
            return self._expand(self.parts[name])
        return f"(?:{self.words[name]})" if unnamed else f"(?P<{name}>{self.words[name]})"


def _alternation(words: list[str], capitalised: set[str]) -> str:
    """The longest first, so that `Sept` is not read as `Sep`."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(f"(?-i:{word})" if word in capitalised else _flexible(word) for word in ordered)


def _flexible(word: str) -> str:
    return word.replace("-", r"[-\s]").replace(" ", r"\s")
