"""What hangs on a verb or noun with a preposition."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from eventgraph.extract.grammar.passive import passive
from eventgraph.extract.grammar.preposition import OBLIQUE, preposition
from eventgraph.extract.grammar.relative import antecedent
from eventgraph.extract.grammar.shared import shared
from eventgraph.extract.grammar.titled_over import titles_over
from eventgraph.extract.grammar.tokens import linked, unique

ADVERBS = frozenset({"ADV", "ADP", "SCONJ"})
TIMES = frozenset({"obl:unmarked", "nmod:unmarked"})


def obliques(token: Token, prepositions: Collection[str]) -> list[Token]:
    """Return what hangs on a verb or noun with one of the prepositions.

    *spoke with Kamel*, *talks with Kamel*, {with}. *the man with whom he spoke*, *the man he spoke with*.
    Several words: *ahead of*, *together with*, *on behalf of*, *in front of*. Shared by coordinated verbs:
    *met and spoke with Kamel*, for both.
    """
    wanted = frozenset(prepositions)

    def find(one: Token) -> list[Token]:
        return _prepositional(one, wanted)

    return find(token) or shared(token, find)


def _prepositional(token: Token, wanted: frozenset[str]) -> list[Token]:
    found = [antecedent(child) for child in _phrases(token) if preposition(child) in wanted]
    return unique(found + list(_compound(token, wanted)) + list(_stranded(token, wanted)))


def _phrases(token: Token) -> Iterator[Token]:
    """Oblique dependents, also those under an adverb or a time: *ahead of the vote*, *each with Kamel*."""
    for child in token.children:
        if child.dep_ in OBLIQUE:
            yield child
        elif child.dep_ in TIMES or (child.dep_ == "advmod" and child.pos_ in ADVERBS):
            yield from (one for one in child.children if one.dep_ in OBLIQUE)
    yield from titles_over(token)


def _compound(token: Token, wanted: frozenset[str]) -> Iterator[Token]:
    """*on behalf of the minister*: the minister, for {on behalf of}."""
    if any(" " in one for one in wanted):
        for noun in linked(token, "obl", "nmod"):
            for inner in linked(noun, "nmod"):
                if f"{preposition(noun)} {noun.lower_} {preposition(inner)}" in wanted:
                    yield inner


def _stranded(token: Token, wanted: frozenset[str]) -> Iterator[Token]:
    """*the man he spoke with*: the antecedent, for a preposition that stands alone after its verb."""
    if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and passive(token)):
        for child in token.rights:
            if child.pos_ == "ADP" and child.dep_ in {"obl", "case"} and child.lower_ in wanted:
                yield token.head
