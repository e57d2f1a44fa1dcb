"""A date in a text."""

from __future__ import annotations

import msgspec


class DateExpression(msgspec.Struct, frozen=True):
    """A date in a text: `text[start:end] == self.text`, in code points.

    `value` is YYYY-MM-DD, YYYY-MM or YYYY, no more exact than the words; `until` ends a range.
    `approximate` marks what only bounds or surrounds a time: *since Monday*, *last week*, *overnight*.
    `first` and `last` are the days it spans, both inside: of *last week*, Monday and Sunday.
    """

    start: int
    end: int
    value: str
    text: str
    until: str | None = None
    approximate: bool = False
    first: str = ""
    last: str = ""
