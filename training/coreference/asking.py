"""Which antecedents of GAP's pronouns are right, given the chains of everything else as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from eventgraph.annotate.coreference_chains import roots
from training.coreference.corpus import Asked
from training.coreference.predict import predict


@dataclass(frozen=True, slots=True)
class Target:
    """For each pair of the pronoun: may it be chosen? `new`: may none be?"""

    right: list[bool]
    new: bool


def target(asked: Asked, back: Sequence[int]) -> Target | None:
    """Return the target of a question, or None where it teaches nothing.

    `back` is what each mention refers back to. A name's chain holds the pronouns and short names linked to
    it so far, so that what is not annotated is learned from, too.
    """
    pronoun = asked.pronoun[0]
    first = roots([-1 if k == pronoun else j for k, j in enumerate(back)])
    chains = [{first[k] for k in name if k < pronoun} for name in asked.names]
    chosen = set().union(*(c for c, answer in zip(chains, asked.question.answers, strict=True) if answer))
    other = set().union(*(c for c, answer in zip(chains, asked.question.answers, strict=True) if not answer))
    pairs = asked.text.pairs
    earlier = pairs.earlier[pairs.later == pronoun].tolist()
    if any(asked.question.answers):
        right = [first[j] in chosen - other for j in earlier]
        return Target(right, False) if any(right) else None
    right = [first[j] not in other for j in earlier]
    return None if all(right) else Target(right, True)


def targets(head: torch.nn.Module, questions: Sequence[Asked]) -> list[Target | None]:
    """Return each question's target by the chains that the head makes now."""
    return [target(asked, predict(head, asked.text)) for asked in questions]
