"""Whose it is: *Sullivan's visit*, *a visit of the minister*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.relative import antecedent


def possessors(noun: Token) -> list[Token]:
    """Return whose or of whom it is: *Sullivan's visit*, *his visit*, *a visit of the minister*."""
    own = [antecedent(child) for child in noun.children if child.dep_ == "nmod:poss"]
    of = [child for child in noun.children if child.dep_ == "nmod" and case_of(child) == "of"]
    return own + of


def case_of(noun: Token) -> str:
    """Return the prepositions that hang on the noun itself, as one text."""
    return " ".join(child.lower_ for child in noun.children if child.dep_ == "case")
