"""Lists of tokens: those that hang on one, each once."""

from __future__ import annotations

from spacy.tokens import Token


def linked(token: Token, *labels: str) -> list[Token]:
    """Return the dependents of a token with one of the relations, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def unique(tokens: list[Token]) -> list[Token]:
    """Return the tokens in the order found, each once."""
    return list({one.i: one for one in tokens}.values())
