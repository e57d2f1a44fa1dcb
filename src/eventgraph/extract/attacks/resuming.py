"""Nouns that sum up the clause before them: *gunmen killed two in Gao, an attack claimed by rebels*."""

from __future__ import annotations

from spacy.tokens import Token

BESIDE = frozenset({"appos", "parataxis"})


def resumes(noun: Token) -> bool:
    """Does the noun stand behind a comma, beside what it is another word for?"""
    start = noun.left_edge
    paused = start.text == "," or noun.doc[max(start.i - 1, 0)].text == ","
    return noun.dep_ in BESIDE and noun.pos_ == "NOUN" and paused
