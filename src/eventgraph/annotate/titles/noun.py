"""Nouns that name a position: is it one, of one word or two, held or left?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.lexicon import full_title, is_title_head, tenure_of, words

AT_LARGE = frozenset({("at", "large"), ("in", "chief")})


def is_title(token: Token) -> bool:
    """Is the token a noun that names a position, outside any name?"""
    return (
        token.pos_ in {"NOUN", "PROPN", "ADJ"}
        and token.ent_type_ in {"", "misc"}
        and (is_title_head(token.lemma_.lower()) or is_title_head(token.lower_))
        and not (token.i and is_pair(token.nbor(-1)) and token.head == token.nbor(-1))
        and not _is_first_of_two(token)
    )


def _is_first_of_two(token: Token) -> bool:
    """*secretary*, in *secretary-general*."""
    after = token.doc[token.i + 1 : token.i + 3]
    joined = len(after) == 2 and after[0].text == "-" and not token.whitespace_ and not after[0].whitespace_
    return joined and after[1].lower_ == "general"


def is_pair(token: Token) -> bool:
    """Is the token with the next one a title of two words, such as *director general*?"""
    if token.i + 1 >= len(token.doc):
        return False
    pair = f"{token.lower_} {token.nbor().lower_}"
    if token.nbor().lower_ == "general" and token.lower_ in words("titles.generals"):
        return True
    return pair in words("titles.multiword") or pair in words("titles.ranks") or full_title(pair) != pair


def second_of(head: Token) -> Token | None:
    """*chargé | d'affaires*: the second word of the title, where its noun is the first."""
    return head.nbor() if is_pair(head) and not head.nbor().ent_type_ else None


def at_large(head: Token) -> tuple[Token, ...]:
    """*ambassador | -at-large*: of no country; *editor | -in-chief*."""
    behind = tuple(head.doc[head.i + 1 : head.i + 5])
    words_behind = [t.lower_ for t in behind if t.text != "-"]
    end = 4 if behind[:1] and behind[0].text == "-" else 2
    return behind[:end] if tuple(words_behind[:2]) in AT_LARGE else ()


def is_former(token: Token) -> bool:
    """*former*, *ex*: without an article before it, all that follows is said of one person."""
    return tenure_of(token.lower_.strip("-")) == "former" and not token.ent_type_


def former_among(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the first token that says that an office is held no more, if there is one."""
    return tuple(t for t in tokens if is_former(t))[:1]
