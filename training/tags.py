"""NER tags, and the sets of tags that partly annotated corpora leave open.

A word's gold value is a set: one tag where a corpus is sure, several where it does not tell
(partial labels; Tsuboi et al. 2008, "Training Conditional Random Fields Using Incomplete Annotations").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NAME_TYPES = ("PER", "ORG", "LOC", "EVENT", "MISC")
NAME_TAGS = ("O", *(f"{part}-{name}" for name in NAME_TYPES for part in "BI"))

Allowed = frozenset[str]
Span = tuple[int, int, str]
"""First word, word after the last, type."""

ANY: Allowed = frozenset(NAME_TAGS)
OUTSIDE: Allowed = frozenset({"O"})


def tags_of(types: Iterable[str]) -> Allowed:
    """Return both tags of each name type."""
    return frozenset(f"{part}-{name}" for name in types for part in "BI")


def outside_or(*types: str) -> Allowed:
    """Return the tags of a word that is in no annotated name, where `types` were not annotated."""
    return OUTSIDE | tags_of(types)


def mark(names: list[Allowed], start: int, end: int, types: Iterable[str]) -> None:
    """Set, in place, the words of one span to the tags of a name of one of `types`."""
    chosen = tuple(types)
    for word in range(start, end):
        part = "B" if word == start else "I"
        names[word] = frozenset(f"{part}-{name}" for name in chosen)


def spans_of(tags: Sequence[str]) -> list[Span]:
    """Return the spans of a tag sequence; an `I-` that continues nothing begins a span (CoNLL's rule)."""
    spans: list[Span] = []
    start, type_ = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        part, _, name = tag.partition("-")
        if type_ and (part != "I" or name != type_):
            spans.append((start, word, type_))
            type_ = ""
        if name and not type_:
            start, type_ = word, name
    return spans
