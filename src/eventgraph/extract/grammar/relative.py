"""What a relative pronoun stands for."""

from __future__ import annotations

from spacy.tokens import Token

RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token is its own antecedent.

    *the official who met Kamel*: official, for *who*; so for *whom*, *which*, *that*, *whose*.
    """
    if token.lower_ not in RELATIVES or token.pos_ not in {"PRON", "DET"} or token.tag_ == "DT":
        return token
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None and clause.head.i < token.i else token
