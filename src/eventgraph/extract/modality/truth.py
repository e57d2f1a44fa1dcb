"""Is it said to be untrue?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.modality.cues import is_negated, words


def is_denial(predicate: Token) -> bool:
    """*was a lie*, *did not happen*: does it say of its subject that there was none?"""
    lemma = predicate.lemma_.lower()
    return lemma in words("denials") or (lemma in words("truth") and is_negated(predicate))


def is_untrue(head: Token) -> bool:
    """*it is not true that they met*, *it did not happen that they met*."""
    return is_negated(head) and head.lemma_.lower() in words("truth")
