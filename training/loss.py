"""The training loss: a sum over heads, each label weighing the same in every batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.labels import IGNORED
from training.network import Outputs, label_scores

FAR = -1e4


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
