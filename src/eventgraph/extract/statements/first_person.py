"""*I* and *we*: words that stand for whoever is speaking."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})


def is_first_person(token: Token) -> bool:
    """Is it *I*, *we*, *our*? *US*, marked as a name, is a country."""
    return token.lower_ in FIRST_PERSON and (token.text != "US" or not token.ent_type_)


def first_person(tokens: Iterable[Token]) -> bool:
    """Is *I* or *we* among the tokens?"""
    return any(is_first_person(token) for token in tokens)
