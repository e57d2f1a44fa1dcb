"""What a report is made of."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A quote and where it stands; `url` is a web address or None."""

    quote: str
    title: str
    details: str
    url: str | None


class Line(NamedTuple):
    """A line of a list: what, when (may be empty), and who says so. `more` are lines below it."""

    text: str
    date: str = ""
    sources: tuple[Source, ...] = ()
    more: tuple[str, ...] = ()


class Section(NamedTuple):
    """A heading, what it is about, and its lines; `rest` says how many more there are elsewhere."""

    title: str
    about: str
    lines: tuple[Line, ...]
    rest: str = ""


class Report(NamedTuple):
    """All sections, in order."""

    title: str
    heading: str
    sections: tuple[Section, ...]
