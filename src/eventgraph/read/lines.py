"""Which lines of a pasted page are prose. Nothing is deleted: offsets stay what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import Literal

import yaml

from eventgraph.read.dateline import Dateline, match_dateline

LineKind = Literal["prose", "headline", "byline", "caption", "credit", "boilerplate"]

LINE = re.compile(r"\S(?:.*\S)?")
BULLET = re.compile(r"[•·*‣◦▪–-]\s+")
# Ends of sentences, and what introduces the next line.
ENDED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
HEADLINE_START = re.compile(r"[A-Z0-9‘'“\"]")
LONGEST_HEADLINE = 20
LONGEST_SUBHEAD = 7
# So many words are a paragraph, whatever stands in it.
PARAGRAPH = 60
# A dateline opens the story: further down, a place before a dash is a sentence's beginning.
DATELINE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """`text[start:end]` is one line without the white space around it."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of `kind` matches one of `patterns`; see lines.yml for the rest."""

    kind: LineKind
    patterns: tuple[re.Pattern[str], ...]
    top: bool = False
    opens: bool = False


@cache
def load_rules() -> tuple[Rule, ...]:
    """Load the rules of lines.yml, the names in their patterns filled in."""
    data = yaml.safe_load(files(__package__).joinpath("lines.yml").read_text("utf-8"))
    return tuple(
        Rule(**{**rule, "patterns": tuple(_compile(pattern, data["names"]) for pattern in rule["patterns"])})
        for rule in data["rules"]
    )


def _compile(pattern: str, names: dict[str, str]) -> re.Pattern[str]:
    for name, value in names.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return re.compile(pattern)


@lru_cache(maxsize=4)  # the dateline, the network and the page ask for the same article's
def label_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that aren't blank, in order, each with its kind.

    When in doubt a line is prose: a sentence lost costs more than a caption read.
    """
    spans = [match.span() for match in LINE.finditer(text)]
    kinds = _mark_headlines([text[a:b] for a, b in spans], list(_label(text[a:b] for a, b in spans)))
    return tuple(Line(*span, kind) for span, kind in zip(spans, kinds, strict=True))


@lru_cache(maxsize=4)
def find_dateline(text: str) -> Dateline | None:
    """Return the dateline of an article, or None; it stands before one of the first lines of prose."""
    prose = [line for line in label_lines(text) if line.kind == "prose"]
    found = (match_dateline(text, line.start, line.end) for line in prose[:DATELINE_WITHIN])
    return next((dateline for dateline in found if dateline), None)


def _label(lines: Iterator[str]) -> Iterator[LineKind]:
    top = True
    for line in lines:
        rule = _find_rule(BULLET.sub("", line, count=1), top)
        yield rule.kind if rule else "prose"
        if rule and rule.opens:
            yield from (rule.kind for _ in lines)
        top = top and not (rule is None and ENDED.search(line))


def _find_rule(line: str, top: bool) -> Rule | None:
    if len(line.split()) > PARAGRAPH:
        return None
    for rule in load_rules():
        if (top or not rule.top) and any(pattern.search(line) for pattern in rule.patterns):
            return rule
    return None


def _mark_headlines(lines: list[str], kinds: list[LineKind]) -> list[LineKind]:
    """Lines without an end above the first whole sentence are headlines, short ones below subheads.

    A text of such lines only has no headline: its sentences just lack their full stops.
    """
    whole = [kind == "prose" and _is_whole(line) for line, kind in zip(lines, kinds, strict=True)]
    if not any(whole):
        return kinds
    top = sum(1 for _ in takewhile(lambda is_whole: not is_whole, whole))
    for i, line in enumerate(lines):
        longest = LONGEST_HEADLINE if i < top else LONGEST_SUBHEAD
        if kinds[i] == "prose" and _is_headline(line, longest):
            kinds[i] = "headline"
    return kinds


def _is_whole(line: str) -> bool:
    return bool(ENDED.search(line)) and len(line.split()) > LONGEST_SUBHEAD


def _is_headline(line: str, longest: int) -> bool:
    words = len(line.split())
    return bool(HEADLINE_START.match(line)) and not ENDED.search(line) and words <= longest
