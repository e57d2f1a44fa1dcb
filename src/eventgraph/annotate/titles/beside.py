"""The titles of one phrase beside a name: *the mayor of Paris and leader of the party*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.noun import former_among, is_title
from eventgraph.annotate.titles.phrases import TitlePhrase, phrase

PLURAL = frozenset({"NNS", "NNPS"})


def is_named(title: Token) -> bool:
    """Does a person's name, or a title of one, follow right after the title?"""
    after = title.doc[title.i + 1 : title.i + 2]
    return any(t.ent_type_ == "person" or is_title(t) for t in after)


def titles_of(head: Token, name: Span) -> Iterator[TitlePhrase]:
    """Yield the title that `head` is, and those coordinated with it, as titles of the name."""
    without = {t.i for t in name}
    first = phrase(head, without)
    if is_title(head) and not _is_of_several(head, name):
        yield TitlePhrase(name.root, head, first, "apposition")
    for token in () if _is_of_several(head, name) else head.conjuncts:
        if any(t.ent_type_ == "person" for t in name.doc[name.end : token.i]):
            continue  # *the minister, Ann Lee, and Tom Kim, the mayor*
        another = _is_of_other(token, head) or (head.i < name.start and _stands_apart(token))
        if token.i > head.i and is_title(token) and not another:
            tenure = () if has_article(token) else former_among(_before(head, first))
            yield TitlePhrase(name.root, token, tenure + phrase(token, without), "apposition")


def _is_of_several(head: Token, name: Span) -> bool:
    """*his two counterparts, and with Minister Ann Lee*: people of whom the name is none."""
    alone = not any(child.dep_ == "conj" for child in name.root.children) and name.root.dep_ != "conj"
    return head.tag_ in PLURAL and head.i < name.start and alone


def _before(head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*formerly | the president*: the phrase up to its noun, and the adverb before it."""
    start = tokens[0].i
    return (*head.doc[max(start - 1, head.sent.start) : start], *(t for t in tokens if t.i < head.i))


def _stands_apart(title: Token) -> bool:
    """*the leader, Ann Lee, and not its president*: a title of its own, of somebody else."""
    return any(c.dep_ in {"det", "nmod:poss", "case", "advmod"} for c in title.children)


def has_article(title: Token) -> bool:
    """Has the noun an article or another determiner?"""
    return any(c.dep_ == "det" for c in title.children)


def _is_of_other(title: Token, first: Token) -> bool:
    """*Lee, head of the bank, and a spokesman*: a second title with an article that the first lacks."""
    first_has, has = has_article(first), has_article(title)
    own = any(t.ent_type_ == "person" for t in title.doc[title.i + 1 : title.i + 3])
    return (has and not first_has) or own or any(c.ent_type_ == "person" for c in title.children)
