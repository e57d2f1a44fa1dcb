"""Content negotiation (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)\s*")
QUALITY = re.compile(r";\s*q\s*=\s*(\d(?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


class Range(NamedTuple):
    """One of the media ranges of an Accept header."""

    type: str
    subtype: str
    quality: float

    def closeness(self, media: str) -> int:
        """How exactly it names a media type: 2, 1 (`text/*`), 0 (`*/*`), -1 if not at all."""
        type, _, subtype = media.partition("/")
        if (self.type, self.subtype) == (type, subtype):
            return 2
        if self.subtype != "*":
            return -1
        return 1 if self.type == type else 0 if self.type == "*" else -1


def parse_accept(header: str | None) -> list[Range]:
    """The ranges of an Accept header; without one, everything. What is no range is passed over."""
    if header is None or not header.strip():
        return [Range("*", "*", 1.0)]
    found = (RANGE.fullmatch(part) for part in header.split(","))
    return [Range(m[1].lower(), m[2].lower(), _quality(m[3])) for m in found if m]


def choose(ranges: Iterable[Range], offered: Iterable[str]) -> str | None:
    """The offered media type that the client likes best, the first of equals; None if it takes none."""
    ranges = list(ranges)
    best: tuple[float, str | None] = (0.0, None)
    for media in offered:
        closest = max(ranges, key=lambda one: one.closeness(media), default=None)
        if closest and closest.closeness(media) >= 0 and closest.quality > best[0]:
            best = (closest.quality, media)
    return best[1]


def _quality(parameters: str) -> float:
    found = QUALITY.search(parameters)
    return min(1.0, float(found[1])) if found else 1.0
