"""Titles in apposition to a name: *Knox Thames, the special advisor*; *The mayor of Paris, Anne Hidalgo*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.beside import PLURAL, has_article, is_named, titles_of
from eventgraph.annotate.titles.by_comma import after_comma, before_comma
from eventgraph.annotate.titles.noun import is_title
from eventgraph.annotate.titles.phrases import TitlePhrase, phrase
from eventgraph.lexicon import is_honorific

NAMED = frozenset({"country", "place", "organization"})


def appositions(name: Span) -> Iterator[TitlePhrase]:
    """Yield the titles in apposition to the name, by the tree, else by the commas."""
    for token in name:
        for child in token.children:
            if child.dep_ in {"appos", "list", "parataxis"} and child.i >= name.end and _is_free(child, name):
                yield from titles_of(child, name)
    for child in name.root.rights:
        if child.dep_ == "conj" and _goes_on(child):
            yield TitlePhrase(name.root, child, phrase(child), "apposition")
    head = name.root.head
    if (
        name.root.dep_ in {"appos", "flat"}
        and is_title(head)
        and _is_free(head, name)
        and head.i < name.start - 1
        and not any(token.ent_type_ == "person" for token in name.doc[head.i + 1 : name.start])
    ):
        yield from titles_of(head, name)
    else:
        yield from after_comma(name)
        yield from before_comma(name)


def _goes_on(title: Token) -> bool:
    """*Ann Lee, a former mayor and a candidate for governor, lost*: with an article, and no comma before."""
    first = title.left_edge
    joined = first.i > 1 and first.lower_ == "and" and first.nbor().lower_ in {"a", "an"}
    single = title.tag_ not in PLURAL and is_title(title) and not is_named(title)
    first_too = any(c.dep_ == "appos" and has_article(c) for c in title.head.children)
    return joined and single and first_too and first.nbor(-1).text != ","


def _is_free(title: Token, name: Span) -> bool:
    """Does the title belong to no other name beside it, nor before *and* (*the king and President Lee*)?"""
    edge = title.left_edge
    comma = edge if edge.text == "," or not edge.i else edge.nbor(-1)
    follows_other = comma.text == "," and comma.i > name.end and comma.nbor(-1).ent_type_ == "person"
    coordinated = title.i + 1 < name.start and title.nbor().lower_ == "and"
    return not (is_named(title) or _names_other(title, name) or follows_other or coordinated)


def _names_other(title: Token, name: Span) -> bool:
    """*First Minister of Scotland Nicola Sturgeon, MP Tom Watson*: another's name ends the title's phrase."""
    end = min(phrase(title)[-1].i + 3, len(title.doc))
    return any(
        token.ent_type_ == "person"
        and (token.nbor(-1).ent_type_ in NAMED or is_honorific(token.nbor(-1).text))
        and token not in name
        for token in title.doc[title.i + 1 : end]
    )
