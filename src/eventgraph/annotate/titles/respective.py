"""As many people as bodies: *the foreign ministers of Peru and Chile, Ana Rojas and Luis Paz*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.titles.noun import is_title
from eventgraph.annotate.titles.phrases import TitlePhrase, phrase

PLURAL = frozenset({"NNS", "NNPS"})
BODIES, PEOPLE = frozenset({"organization", "country", "place"}), frozenset({"person"})
BETWEEN = frozenset({",", "and", "&", "the"})


def respective(doc: Doc) -> Iterator[TitlePhrase]:
    """Yield a title for each of two or more people told of, in the order of the bodies before them.

    Trees of such lists are seldom right, so that the words alone decide.
    """
    named = {ent.start: ent for ent in doc.ents}
    for head in doc[:-1]:
        if head.tag_ in PLURAL and head.nbor().lower_ in {"of", "from"} and is_title(head):
            yield from _in_turn(head, named)
        if head.tag_ in PLURAL and head.nbor().lower_ == "of" and is_title(head):
            bodies, end = _list(doc, head.i + 2, named, BODIES)
            people, _ = _list(doc, end, named, PEOPLE)
            if len(bodies) == len(people) > 1 and doc[end].text == ",":
                left = [token for token in phrase(head) if token.i < head.i]
                for body, name in zip(bodies, people, strict=True):
                    yield TitlePhrase(name.root, head, (*left, head, head.nbor(), *body), "respective")


def _in_turn(head: Token, named: dict[int, Span]) -> Iterator[TitlePhrase]:
    """*the foreign ministers of Peru, Ana Rojas, and Chile, Luis Paz*: each name follows its body."""
    left = [token for token in phrase(head) if token.i < head.i]
    found: list[TitlePhrase] = []
    at = head.i + 2
    while True:
        bodies, end = _list(head.doc, at, named, BODIES)
        people, after = _list(head.doc, end, named, PEOPLE)
        if len(bodies) != 1 or len(people) != 1 or head.doc[end].text != ",":
            break
        tokens = (*left, head, head.nbor(), *bodies[0])
        found.append(TitlePhrase(people[0].root, head, tokens, "respective"))
        at = after
    yield from found if len(found) > 1 else ()


def _list(doc: Doc, start: int, named: dict[int, Span], types: frozenset[str]) -> tuple[list[Span], int]:
    """Return the names of these types that follow one another from `start`, and where the last one ends."""
    found: list[Span] = []
    at = end = start
    while at < len(doc):
        ent = named.get(at)
        if ent is not None and ent.label_ in types:
            found.append(ent)
            at = end = ent.end
        elif ent is None and doc[at].lower_ in BETWEEN:
            at += 1
        else:
            break
    return found, end
