"""What stands between: *talks between Israel and Egypt*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.oblique import obliques

MODIFIERS = frozenset({"det", "amod", "compound", "nmod:desc", "nmod:poss", "nummod", "nmod:unmarked"})
FAR = 6  # words to a preposition that the parser hangs on another phrase


def between(noun: Token) -> list[Token]:
    """Return what stands between: *talks between Israel and Egypt*, *talks in Cairo between the two*."""
    found = obliques(noun, {"between", "among"})
    if found or noun.pos_ not in {"NOUN", "PROPN"}:
        return found
    for case in noun.doc[noun.i + 1 : min(noun.i + 1 + FAR, noun.sent.end - 1)]:
        if case.pos_ in {"VERB", "AUX"}:
            break
        if case.lower_ == "between" and case.head.i < case.i:  # hung on the phrase before it
            return [_phrase_head(case.nbor())]
    return []


def _phrase_head(word: Token) -> Token:
    """The head of the noun phrase that a word opens."""
    while word.head.i > word.i and word.dep_ in MODIFIERS:
        word = word.head
    return word
