"""The place below a country that an article is at home in: *the mayor* is its mayor."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference

SHARE, LEAST = 0.5, 2  # of an article's mentions of places, for one to be at home in it


def home_place(doc: Doc) -> Reference | None:
    """Return the first mention of the place named most, if half of the mentions of places are its."""
    references: dict[int, Reference] = doc._.references
    found = [r for i, r in sorted(references.items()) if r.head == i and r.entity.type == "place"]
    counts = Counter(r.entity.id for r in found)
    best = min(counts, key=lambda place: (-counts[place], place), default=None)
    if best is None or counts[best] < LEAST or counts[best] < SHARE * len(found):
        return None
    return next(r for r in found if r.entity.id == best)
