"""Titles beside a name by the commas alone, where the tree shows none."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.beside import PLURAL, is_named, titles_of
from eventgraph.annotate.titles.noun import is_title
from eventgraph.annotate.titles.phrases import TitlePhrase, phrase
from eventgraph.lexicon import is_honorific, tenure_of

LOOSE = frozenset({"appos", "conj", "list", "parataxis", "nsubj", "obl", "nmod", "root", "dep"})
BREAKS = frozenset({"VERB", "AUX", "PUNCT"})
AFTER_TITLE = frozenset({"-", "elect", "designate"})
AFTER, BEFORE = 8, 12  # tokens of an apposition that the tree does not show


def after_comma(name: Span) -> Iterator[TitlePhrase]:
    """*Anne Hidalgo, mayor of Paris, wrote*, where the parser took the title for something else."""
    doc, end = name.doc, name.root.sent.end
    if name.end + 1 >= end or doc[name.end].text != ",":
        return
    for token in doc[name.end + 1 : min(name.end + AFTER, end)]:
        if _breaks(token) or token.pos_ == "ADP":
            return
        if is_title(token) and token.tag_ not in PLURAL and not _is_anothers(token, name):
            if _has_left(token.head):
                yield TitlePhrase(name.root, token, (token.head, *phrase(token)), "apposition")
                return
            if token.dep_ in LOOSE:
                yield from titles_of(token, name)
                return


def before_comma(name: Span) -> Iterator[TitlePhrase]:
    """*The mayor of Paris, Anne Hidalgo, wrote*, where the parser took the name for something else."""
    doc, start = name.doc, name.root.sent.start
    first = _titled_start(name)
    before = first - 2
    closed = doc[min(_end(name), len(doc) - 1)].text in {",", "."}
    if before <= start or doc[first - 1].text != "," or not closed:
        return
    for token in reversed(doc[max(start, before - BEFORE) : before + 1]):
        if token.lower_ in AFTER_TITLE and token.i > before - 2:
            continue  # *the president-elect, Ann Lee*
        if _breaks(token):
            return
        determined = any(c.dep_ in {"det", "nmod:poss"} for c in token.children)
        if is_title(token) and determined and token.tag_ not in PLURAL:
            yield from titles_of(token, name)
            return


def _titled_start(name: Span) -> int:
    """*the archbishop of Lima, | Cardinal Juan Ruiz*: where a name begins with the titles before it."""
    first = name.start
    while first > 0 and (is_title(name.doc[first - 1]) or is_honorific(name.doc[first - 1].text)):
        first -= 1
    return first


def _end(name: Span) -> int:
    """*Abdou Kane of Niger |*: where a name ends with the country it is of."""
    behind = name.doc[name.end : name.end + 2]
    of_land = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].ent_type_ == "country"
    return name.end + 2 if of_land else name.end


def _has_left(word: Token) -> bool:
    """*the sacked prime minister*, where the tree takes *sacked* for a verb of its own."""
    left = word.tag_ == "VBN" and tenure_of(word.lower_) == "former"
    return left and word.i > 0 and word.nbor(-1).pos_ == "DET"


def _breaks(token: Token) -> bool:
    """Does no apposition go on over the token?"""
    if _has_left(token):
        return False
    pronoun = token.pos_ == "PRON" and token.dep_ != "nmod:poss"
    clause = token.pos_ == "CCONJ" and token.i > 0 and token.nbor(-1).text == ","
    return token.pos_ in BREAKS or pronoun or clause or token.ent_type_ == "person"


def _is_anothers(title: Token, name: Span) -> bool:
    """Is it the title of somebody else: before a name of its own, or in a list of people?"""
    return is_named(title) or any(child.dep_ == "cc" and child.i >= name.end for child in title.children)
