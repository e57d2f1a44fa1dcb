"""Titles in a list before a name: *host, businessman and philanthropist Ann Lee*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.beside import has_article
from eventgraph.annotate.titles.modifiers import modifiers_of
from eventgraph.annotate.titles.noun import is_former, is_title
from eventgraph.annotate.titles.phrases import TitlePhrase
from eventgraph.lexicon import words

PLURAL = frozenset({"NNS", "NNPS"})
GIVEN = frozenset({"for", "to", "as"})  # *chose Lee as president and spokeswoman Ruiz left*


def listed_before(title: Token, name: Span) -> Iterator[TitlePhrase]:
    """*host, businessman and philanthropist Ann Lee*: the titles before the last one, from the right."""
    end = title.i - len(modifiers_of(title, name)) - 1
    if end <= title.sent.start or title.doc[end].lower_ != "and":
        return
    while (other := _listed(title, end, name)) is not None:
        left = modifiers_of(other, name)
        first = left[0] if left else other
        if first.i > title.sent.start and first.nbor(-1).lower_ in GIVEN:
            return
        if title.lower_ not in words("titles.sovereign") or is_former(first):
            yield TitlePhrase(name.root, other, left + _up_to(other, end), "before")
        end = first.i - 1
        if first.pos_ == "DET" or end <= title.sent.start or title.doc[end].text != ",":
            return


def _up_to(other: Token, end: int) -> tuple[Token, ...]:
    phrase = other.doc[other.i : end]
    return tuple(phrase[:-1] if phrase[-1].text == "," else phrase)


def _listed(title: Token, end: int, name: Span) -> Token | None:
    """Return the title of the list that ends before `end`: right there, or further left in the tree."""
    start = end - 1 if title.doc[end - 1].text == "," else end
    for i in range(start - 1, max(title.sent.start, start - 8) - 1, -1):
        other = title.doc[i]
        if is_title(other) and (title in other.conjuncts or i == start - 1):
            return None if other.tag_ in PLURAL or (start < end and has_article(other)) else other
        if other.pos_ in {"VERB", "AUX"} or other.ent_type_ == "person" or other.text == ",":
            return None
    return None
