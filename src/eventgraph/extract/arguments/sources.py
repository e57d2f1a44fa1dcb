"""Who an article names as the source of what it tells: *according to police*, *the ministry said*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.group import group_of
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.grammar.syntax import expanded, obliques, subjects
from eventgraph.lexicon import words

GIVES = frozenset(
    {"give", "put", "place", "report", "provide", "cite", "raise", "revise", "lower", "announce"}
)


def source_of(trigger: Token) -> Reference | None:
    """Return whoever the sentence names for what the trigger tells; None if it tells it in its own name."""
    told = (*_giver(trigger), *_according(trigger), *_sayers(trigger))
    heads = [one for head in told for one in _behind(head)]
    found = (party_of(head) or group_of(head) for head in heads)
    return next((one for one in found if one), None)


def _giver(trigger: Token) -> list[Token]:
    """*The Red Cross gave a toll of 22*, *the mayor put the number of dead at 35*: whoever gives it."""
    figure = next(
        (one for one in (trigger, *trigger.ancestors) if one.lemma_.lower() in words("casualty.figures")),
        None,
    )
    if figure is None or figure.dep_ != "obj" or figure.head.lemma_.lower() not in GIVES:
        return []
    return expanded(subjects(figure.head))


def _behind(head: Token) -> list[Token]:
    """*a report from the ministry*, *bank data*, *a police spokesman*: the ministry, the bank, the police."""
    if head.lemma_.lower() in words("reporting.spokespeople") and party_of(head) is None:
        return [child for child in head.lefts if child.dep_ == "compound"] or [head]
    if head.lemma_.lower() not in words("casualty.documents"):
        return [head]
    before = [child for child in head.lefts if child.dep_ in {"compound", "nmod:poss", "amod"}]
    return obliques(head, {"from", "by", "of"}) or before or [head]


def _according(trigger: Token) -> Iterator[Token]:
    """*according to police*: police."""
    for token in trigger.sent:
        if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
            head = token.head if token.head.i > token.i else token
            below = (one for one in token.subtree if one.dep_ in {"obl", "obl:agent", "nmod"})
            yield head if head is not token else next(below, token)


def _sayers(trigger: Token) -> Iterator[Token]:
    """Subjects of the saying verbs above the trigger, or beside it: *…, officials said*."""
    token = trigger
    if _says(trigger):
        yield from expanded(subjects(trigger))
    while True:
        for child in token.children:
            if child.dep_ in {"parataxis", "ccomp"} and _says(child):
                yield from expanded(subjects(child))
        if token.head.i == token.i:
            return
        if token.dep_ in {"acl:relcl"}:
            return
        token = token.head
        if _says(token):
            yield from expanded(subjects(token))


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words("casualty.sources")
