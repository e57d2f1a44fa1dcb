"""What the head learns by: the probability of all right antecedents together (Lee et al. 2017)."""

from __future__ import annotations

import torch
from torch import Tensor

from training.coreference.batch import Batch
from training.coreference.head import Head

NEW_WEIGHT = 0.5
"""A mention that begins a chain, or is in none, weighs half: most mentions are such."""

NOTHING = -1e4


def chain_loss(head: Head, batch: Batch) -> Tensor:
    """Return the loss summed over all mentions of texts with gold chains."""
    scores, fresh = head(*batch.inputs)
    linked = torch.zeros(len(fresh), dtype=torch.bool)
    linked[batch.later[batch.good]] = True
    total = log_sum(scores, batch.later, fresh)
    good = log_sum(scores[batch.good], batch.later[batch.good], torch.where(linked, NOTHING, fresh))
    return ((total - good) * torch.where(linked, 1.0, NEW_WEIGHT)).sum()


def choice_loss(head: Head, batch: Batch, asked: Tensor, right: Tensor, new: Tensor) -> Tensor:
    """Return the loss summed over the mentions asked, one a text of the batch, whose pairs alone it holds.

    `asked` [texts] mentions; `right` [p] bool: antecedents that may be chosen; `new` [texts] bool: none
    may be, too.
    """
    scores, fresh = head(*batch.inputs)
    number = torch.zeros(len(fresh), dtype=torch.int64)
    number[asked] = torch.arange(len(asked))
    rows = number[batch.later]
    total = log_sum(scores, rows, fresh[asked])
    good = log_sum(scores[right], rows[right], torch.where(new, fresh[asked], NOTHING))
    return (total - good).sum()


def log_sum(scores: Tensor, rows: Tensor, more: Tensor) -> Tensor:
    """Return the logarithm of the summed exponentials of each row's scores and of `more`, one a row."""
    top = torch.scatter_reduce(more.detach(), 0, rows, scores.detach(), "amax")
    summed = torch.zeros_like(more).index_add(0, rows, torch.exp(scores - top[rows]))
    return top + torch.log(summed + torch.exp(more - top))
