"""What coordinated verbs have in common on their right: *met and thanked Kamel*."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from eventgraph.extract.grammar.relative import antecedent

Find = Callable[[Token], list[Token]]


def shared(verb: Token, find: Find) -> list[Token]:
    """Return what coordinated verbs share on their right: *met and thanked Kamel*, whichever verb has
    it in the tree.

    A controlled infinitive shares what its governor has after it: *wants to talk with Kamel*.
    """
    if verb.dep_ in {"conj", "xcomp"}:
        after = [one for one in find(verb.head) if one.i > verb.i]
        if after:
            return [antecedent(one) for one in after]
    for child in verb.rights:
        if child.dep_ == "conj" and _adjoins(verb, child):
            return [antecedent(one) for one in find(child) if one.i > child.i]
    return []


def _adjoins(verb: Token, other: Token) -> bool:
    """Does only a conjunction or an auxiliary stand between two verbs? *met and later thanked Kamel*."""
    between = verb.doc[verb.i + 1 : other.i]
    return all(one.pos_ in {"CCONJ", "PUNCT", "AUX", "ADV"} for one in between)
