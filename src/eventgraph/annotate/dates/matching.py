"""Where the patterns of dates match: only near trigger words, for speed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from eventgraph.annotate.dates.lexicon import date_lexicon

_REACH = 40  # characters on either side of a trigger within which its expression lies


class DateMatch(msgspec.Struct, frozen=True):
    """A match of a rule: its offsets, the rule's reader, the named groups that took part."""

    start: int
    end: int
    kind: str
    groups: dict[str, str]


def match_dates(text: str, wide: bool) -> Iterator[DateMatch]:
    """Every match of every rule, overlapping or not; of the wide rules only if asked."""
    for kind, start, end in _stretches(text, wide):
        for rule in date_lexicon().rules[kind]:
            if rule.wide and not wide:
                continue
            for match in rule.pattern.finditer(text, start, end):
                if _is_date(text, match.start(), match.end()):
                    groups = {name: value for name, value in match.groupdict().items() if value}
                    yield DateMatch(match.start(), match.end(), rule.read, groups)


def _stretches(text: str, wide: bool) -> Iterator[tuple[str, int, int]]:
    """By kind, the parts of the text near its trigger words, merged and cut at white space."""
    reached: dict[str, tuple[int, int]] = {}
    for trigger in _triggers(text, wide):
        kind = str(trigger.lastgroup)
        start, end = reached.get(kind, (-1, -1))
        if trigger.start() - _REACH > end:
            if end > 0:
                yield kind, start, end
            start = text.rfind(" ", 0, max(0, trigger.start() - _REACH)) + 1
        stop = text.find(" ", trigger.end() + _REACH)
        reached[kind] = start, len(text) if stop < 0 else stop
    for kind, (start, end) in reached.items():
        yield kind, start, end


def _triggers(text: str, wide: bool) -> list[re.Match[str]]:
    patterns = date_lexicon().triggers[: 2 if wide else 1]
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    return sorted(found, key=lambda match: (match.start(), match.end())) if wide else found


def _is_date(text: str, start: int, end: int) -> bool:
    """False for what only looks like one: Black Friday, the Sunday Times, Fridays."""
    lexicon = date_lexicon()
    before, after = text[max(0, start - 12) : start], text[end : end + 16]
    return not (
        lexicon.not_after.search(before)
        or lexicon.not_before.search(after)
        or lexicon.not_whole.search(text[start : end + 16])
    )
