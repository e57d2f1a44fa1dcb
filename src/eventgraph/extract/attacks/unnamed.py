"""Entities without a name, called by their words: *Israeli military vehicles*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of
from eventgraph.extract.casualties.victims import LEFT
from eventgraph.model import EntityType, make_entity


def unnamed(noun: Token, type: EntityType) -> Reference:
    """An entity called by its words without article and figure: *Israeli military vehicles*."""
    first = noun
    for child in reversed(list(noun.lefts)):
        if (
            child.dep_ not in LEFT
            or child.lower_ == "shot"
            or _is_day(child)
            or child.pos_ in {"PRON", "DET", "NUM"}
            or child.left_edge.i + 1 < child.i - 4
        ):
            break
        first = child.left_edge
    while first.pos_ in {"DET", "PRON", "NUM", "PUNCT"} and first.i < noun.i and not _is_age(first):
        first = first.nbor()
    span = noun.doc[first.i : noun.i + 1]
    return Reference(make_entity(" ".join(span.text.split()), type), mention_of(span, "nominal"), noun.i)


def _is_day(token: Token) -> bool:
    """*On Sunday police shot a man*: Sunday is no part of who they are."""
    return any(one.start <= token.idx < one.end for one in token.doc._.dates)


def _is_age(token: Token) -> bool:
    """*18-year-old*: the figure belongs to the word."""
    after = token.doc[token.i + 1 : token.i + 3]
    return token.pos_ == "NUM" and [one.lower_ for one in after] == ["-", "year"]
