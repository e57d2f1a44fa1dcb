"""Titles beside names: *Israeli defense minister Benny Gantz*, *Knox Thames, the special advisor*.

Finds the phrase; `office/` reads what the phrase says.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.titles.apposition import appositions
from eventgraph.annotate.titles.before import titles_before
from eventgraph.annotate.titles.noun import is_title
from eventgraph.annotate.titles.phrases import TitlePhrase
from eventgraph.annotate.titles.respective import respective


def find_titles(doc: Doc) -> list[TitlePhrase]:
    """Return every title that stands before a name or in apposition to it, in the order of the text."""
    found = {(title.head.i, title.person.i): title for title in respective(doc)}
    for ent in doc.ents:
        if ent.label_ == "person":
            for title in (*titles_before(ent), *appositions(ent)):
                found.setdefault((title.head.i, title.person.i), title)
    for title in list(found.values()):
        for name in _others(title):
            found.setdefault((title.head.i, name.i), title._replace(person=name, construction="shared"))
    return [found[key] for key in sorted(found)]


def _others(title: TitlePhrase) -> list[Token]:
    """*NASA astronauts Bob Behnken and Doug Hurley*: the second has the title of the first."""
    if title.head.tag_ not in {"NNS", "NNPS"}:
        return []
    between = range(title.head.i, title.person.i)
    return [
        name
        for name in title.person.conjuncts
        if name.i > title.person.i
        and name.ent_type_ == "person"
        and title.head.i in between
        and _is_bare(name)
    ]


def _is_bare(name: Token) -> bool:
    """Has the name no title or calling of its own? *presidents Lee and Kim, and abolitionist Reed*."""
    before = name.doc[name.left_edge.i : name.i]
    return not any(is_title(t) or (t.pos_ == "NOUN" and t.text.islower()) for t in before)
