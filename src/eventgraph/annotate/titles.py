"""Titles beside names: *Israeli defense minister Benny Gantz*, *Knox Thames, the special advisor*.

Finds the phrase; `office.py` reads what the phrase says.
"""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.annotate.title_apposition import appositions
from eventgraph.annotate.title_before import titles_before
from eventgraph.annotate.title_phrase import TitlePhrase, is_title, phrase

__all__ = ["TitlePhrase", "find_titles", "is_title", "phrase"]


def find_titles(doc: Doc) -> list[TitlePhrase]:
    """Return every title that stands before a name or in apposition to it, in the order of the text."""
    found: dict[tuple[int, int], TitlePhrase] = {}
    for ent in doc.ents:
        if ent.label_ == "person":
            for title in (*titles_before(ent), *appositions(ent)):
                found.setdefault((title.head.i, ent.start), title)
    return [found[key] for key in sorted(found)]
