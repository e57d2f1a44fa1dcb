"""Datelines: `CAIRO, May 11 (Reuters) —`, `Tel Aviv —`, `LONDON (AP) -`, `LAHORE:`, `(Reuters) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

# A place, maybe a second one, a region, a date, an agency, and a dash.
PATTERN = re.compile(
    r"""(?P<place>[A-Z][\w.'’-]*(?:[ ](?:[A-Z][\w.'’-]*|of|the|de|la|el|al|au|upon))*)
    (?:/[A-Z][\w.'’ -]*)?
    (?:,[ ](?!(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)\b)[A-Z][\w.]*(?:[ ][A-Z][\w.]*)*)?
    (?:,[ ](?P<date>(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?)(?:,?[ ]\d{4})?))?
    (?:[ ]?\((?P<agency>[^()\n]{2,40})\))?
    [ ]?(?P<dash>—|–|--|-|:)[ ]""",
    re.VERBOSE,
)
# No place: maybe a date, an agency in brackets, and maybe a dash.
PLACELESS = re.compile(
    r"""(?:(?P<date>[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,?[ ]\d{4})?)[ ])?
    (?:\((?P<agency>[^()\n]{2,40})\)|\[(?P<square>[^\[\]\n]{2,40})\])
    [ ]?(?:(?:—|–|--|-|:)[ ])?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text[start:end]` is the dateline with its dash; the place, if it has one, begins at `start`."""

    place: str | None
    date: str | None
    start: int
    end: int


def match_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that `text[start:end]`, a line of prose, begins with, or None."""
    match = PATTERN.match(text, start, end)
    if match is not None and _is_dateline(match):
        return Dateline(match["place"], match["date"], match.start(), match.end())
    return _placeless(text, start, end)


def _placeless(text: str, start: int, end: int) -> Dateline | None:
    """*May 3 (Reuters) -*: only the name of an agency that is known tells one."""
    match = PLACELESS.match(text, start, end)
    if match is None or (match["agency"] or match["square"]) not in load_words()[1]:
        return None
    return Dateline(None, match["date"], match.start(), match.end())


def _is_dateline(match: re.Match[str]) -> bool:
    """Without a date or an agency only capitals or a spaced long dash tell one; before a colon, capitals."""
    places, agencies = load_words()
    if match["dash"] == ":" and not match["place"].isupper():
        return False
    if match["agency"] and match["agency"] not in agencies and not match["place"].isupper():
        return False
    if match["place"].split()[0].capitalize() in places or match["place"] in agencies:
        return False
    return bool(match["date"] or match["agency"] or match["place"].isupper() or match["dash"] in "—–")


@cache
def load_words() -> tuple[frozenset[str], frozenset[str]]:
    """Load the words that are no places, and the names of agencies."""
    data = yaml.safe_load(files(__package__).joinpath("dateline.yml").read_text("utf-8"))
    return frozenset(data["not_places"].split()), frozenset(data["agencies"].split())
