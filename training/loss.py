"""The training loss: a sum over heads, each label weighing the same in every batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.labels import IGNORED
from training.network import Outputs, label_scores

FAR = -1e4

LINKING = 0.5
"""What a window's coreference weighs, beside a head's loss over all its words."""


def batch_loss(outputs: Outputs, batch: Batch, label_weights: Tensor) -> Tensor:
    """Return the summed losses of all heads, per word of the batch (labelled or not)."""
    total = partial_label_loss(outputs.ner, batch.ner)
    for name in ("upos", "xpos", "lemma", "start", "kind"):
        total = total + cross_entropy(getattr(outputs, name), getattr(batch, name))
    arcs = outputs.arc.masked_fill(~batch.words[:, None, :], FAR)
    heads = batch.head.clamp(min=0)
    labels = label_scores(label_weights, outputs.lab_dep, outputs.lab_head, heads)
    total = total + cross_entropy(arcs, batch.head) + cross_entropy(labels, batch.label)
    return total / batch.words.sum()


def cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    """Return the summed cross-entropy over the words whose gold class is known."""
    flat = scores.flatten(0, 1), gold.flatten()
    return functional.cross_entropy(*flat, ignore_index=IGNORED, reduction="sum")


def partial_label_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return minus the summed log-probability of the allowed tags (zero where all are allowed)."""
    inside = torch.logsumexp(scores.masked_fill(~allowed, FAR), -1)
    return (torch.logsumexp(scores, -1) - inside).sum()


def link_loss(scores: Tensor, chain: Tensor, words: Tensor) -> Tensor:
    """Return the coreference loss per word of the batch, each window with mentions weighing by its words.

    `scores` [b, m, m]: a later word, then an earlier one. Right antecedents count together, and a mention
    with none is new, at score 0 (Lee et al. 2017).
    """
    mention = chain >= 0
    pairs = torch.tril(mention[:, :, None] & mention[:, None, :], -1)
    same = pairs & (chain[:, :, None] == chain[:, None, :])
    new = torch.zeros_like(scores[..., :1])
    total = torch.logsumexp(torch.cat([new, scores.masked_fill(~pairs, FAR)], -1), -1)
    found = torch.logsumexp(scores.masked_fill(~same, FAR), -1)
    losses = (total - found.where(same.any(-1), new[..., 0])) * mention
    means = losses.sum(-1) / mention.sum(-1).clamp(min=1)
    return LINKING * (means * words.sum(-1)).sum() / words.sum()
