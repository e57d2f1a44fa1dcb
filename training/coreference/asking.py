"""Which antecedents are right in GAP's questions, given the chains of everything else as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from eventgraph.annotate.coreference.chains import roots
from training.coreference.corpus import Asked
from training.coreference.predict import predict


@dataclass(frozen=True, slots=True)
class Target:
    """For each pair of the mention, as the later one: may it be chosen? `new`: may none be?"""

    mention: int
    right: list[bool]
    new: bool


def asked_of(asked: Asked, back: Sequence[int]) -> Iterator[Target]:
    """Yield the targets of a question: its pronoun, and each name that comes only after it.

    `back` is what each mention refers back to. A name's chain holds the pronouns and short names linked to
    it so far, so that what is not annotated is learned from, too. What may not be wrong teaches nothing.
    """
    pronoun = asked.pronoun[0]
    late = [min(name) for name in asked.names if name and min(name) > pronoun]
    first = roots([-1 if k == pronoun or k in late else j for k, j in enumerate(back)])
    targets = [of_pronoun(asked, first)]
    targets += [
        of_late_name(asked, first, min(name), answer)
        for name, answer in zip(asked.names, asked.question.answers, strict=True)
        if name and min(name) in late
    ]
    yield from (one for one in targets if any(one.right) and not (one.new and all(one.right)))


def of_pronoun(asked: Asked, first: Sequence[int]) -> Target:
    """Return whom the pronoun may mean: the right name's chain, or, if it comes later, not the other's."""
    pronoun = asked.pronoun[0]
    chains = [{first[k] for k in name if k < pronoun} for name in asked.names]
    chosen = set().union(*(c for c, answer in zip(chains, asked.question.answers, strict=True) if answer))
    other = set().union(*(c for c, answer in zip(chains, asked.question.answers, strict=True) if not answer))
    before = earlier_of(asked, pronoun)
    if chosen:
        return Target(pronoun, [first[j] in chosen - other for j in before], False)
    return Target(pronoun, [first[j] not in other for j in before], True)


def of_late_name(asked: Asked, first: Sequence[int], name: int, answer: bool) -> Target:
    """Return what a name after the pronoun may refer back to: the pronoun's chain if it is who is meant."""
    chain = first[asked.pronoun[0]]
    return Target(name, [(first[j] == chain) == answer for j in earlier_of(asked, name)], not answer)


def earlier_of(asked: Asked, mention: int) -> list[int]:
    """Return the earlier mentions that a mention is paired with, in the order of its pairs."""
    pairs = asked.text.pairs
    earlier: list[int] = pairs.earlier[pairs.later == mention].tolist()
    return earlier


def targets(head: torch.nn.Module, questions: Sequence[Asked]) -> Iterator[tuple[Asked, Target]]:
    """Yield each question's targets by the chains that the head makes now."""
    for asked in questions:
        yield from ((asked, target) for target in asked_of(asked, predict(head, asked.text)))
