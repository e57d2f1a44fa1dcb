"""The steps of a path, by name: what each finds from a token."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from eventgraph.extract.grammar import syntax
from eventgraph.extract.grammar.tokens import linked
from eventgraph.extract.grammar.where import where

Path = Callable[[Token], list[Token]]


def _up(token: Token, labels: Sequence[str]) -> list[Token]:
    token = syntax.first_conjunct(token)
    return [token.head] if token.head.i != token.i and (not labels or token.dep_ in labels) else []


def _below(token: Token, lemmas: Sequence[str]) -> list[Token]:
    return [one for one in token.subtree if one.i != token.i and one.lemma_.lower() in lemmas]


def _clause(token: Token) -> list[Token]:
    return [one for one in token.ancestors if one.pos_ == "VERB"][:1]


# Names whose result is spread over its coordination, and those taken as they are.
SPREAD: dict[str, Path] = {
    "subject": syntax.subjects,
    "object": syntax.objects,
    "iobject": syntax.indirect_objects,
    "logical_subject": syntax.logical_subjects,
    "logical_object": syntax.logical_objects,
    "passive_subject": lambda token: syntax.subjects(token) if syntax.passive(token) else [],
    "governor_subject": syntax.governor_subjects,
    "agent": syntax.agents,
    "possessor": syntax.possessors,
    "between": syntax.between,
    "compound": lambda token: linked(token, "compound"),
    "apposition": lambda token: linked(token, "appos"),
    "modifier": lambda token: linked(token, "amod"),
}
PLAIN: dict[str, Path] = {"self": lambda token: [token], "clause": _clause, "where": where}
WITH_WORDS: dict[str, Callable[[Token, Sequence[str]], list[Token]]] = {
    "prep": lambda token, words: syntax.expanded(syntax.obliques(token, words)),
    "next": lambda token, words: syntax.expanded(syntax.following(token, words)),
    "dep": lambda token, labels: linked(token, *labels),
    "up": _up,
    "down": _below,
}
WITH_PATH: dict[str, slice] = {"first": slice(0, 1), "rest": slice(1, None)}
NAMES = sorted([*SPREAD, *PLAIN, *WITH_WORDS, *WITH_PATH])
