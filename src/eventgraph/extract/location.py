"""Where an event takes place: the place nearest to its trigger in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.syntax import preposition

PREPOSITIONS = frozenset(
    {
        "in", "at", "near", "on", "outside", "inside", "around", "across", "along", "throughout", "within",
        "north of", "south of", "east of", "west of", "close to", "off", "outside of", "over", "from",
    }
)  # fmt: skip
SHARED = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj", "xcomp", "advcl", "acl", "obl:agent"})
PLACES = frozenset({"place", "country"})


def place_of(trigger: Token) -> Reference | None:
    """Return the named place or country where it happened: *killed in Aleppo*, *the blast, in Kabul*."""
    return next(named_places(trigger), None)


def named_places(trigger: Token) -> Iterator[Reference]:
    """Yield named places that hang on the trigger, then on the words above that share its place."""
    for token in _chain(trigger):
        for head in _locations(token):
            found = reference(head)
            if found and found.entity.type in PLACES and found.mention.via == "name":
                yield found


def _chain(trigger: Token) -> Iterator[Token]:
    yield trigger
    token = trigger
    while token.dep_ in SHARED and token.head.i != token.i:
        token = token.head
        yield token


def _locations(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"obl", "nmod", "nmod:unmarked"} and preposition(child) in PREPOSITIONS:
            yield child
            yield from _locations(child)
