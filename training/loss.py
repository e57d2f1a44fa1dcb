"""The training loss: a sum over heads, each label weighing the same in every batch.

A word that larger networks hold a belief about learns from it, and less from its gold labels.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.belief import TAGGED, Beliefs
from training.labels import IGNORED
from training.network import Outputs, label_scores

FAR = -1e4

LINKING = 0.5
"""What a window's coreference weighs, beside a head's loss over all its words."""

TRUST = 0.7
"""What a belief weighs; the gold label of the same word has the rest."""


def batch_loss(
    outputs: Outputs, links: Tensor, batch: Batch, label_weights: Tensor, names: float = 1.0
) -> Tensor:
    """Return the summed losses of all heads, per word of the batch (labelled or not).

    `links` [b, m, m]: scores of a later word, then an earlier one (`Network.antecedents`). `names`: what the
    names weigh beside the other heads.
    """
    beliefs = batch.beliefs
    weights = batch.words.float() - (TRUST * beliefs.known if beliefs else 0)
    total = names * partial_label_loss(outputs.ner, batch.ner, weights)
    for name in ("upos", "xpos", "lemma", "start", "kind"):
        own = weights if name in TAGGED else batch.words.float()
        total = total + cross_entropy(getattr(outputs, name), getattr(batch, name), own)
    arcs = outputs.arc.masked_fill(~batch.words[:, None, :], FAR)
    heads = batch.head.clamp(min=0)
    if beliefs:
        heads = heads.where(batch.head != IGNORED, beliefs.best)
    labels = label_scores(label_weights, outputs.lab_dep, outputs.lab_head, heads)
    total = total + cross_entropy(arcs, batch.head, weights) + cross_entropy(labels, batch.label, weights)
    total = total + link_loss(links, batch.chain, batch.words)
    if beliefs:
        total = total + TRUST * belief_loss(outputs, arcs, labels, heads, beliefs)
        total = total + TRUST * believed_link_loss(links, beliefs, batch.words)
    return total / batch.words.sum()


def cross_entropy(scores: Tensor, gold: Tensor, weights: Tensor) -> Tensor:
    """Return the cross-entropy over the words whose gold class is known, summed by the words' weights."""
    flat = scores.flatten(0, 1), gold.flatten()
    losses = functional.cross_entropy(*flat, ignore_index=IGNORED, reduction="none")
    return losses @ weights.flatten()


def partial_label_loss(scores: Tensor, allowed: Tensor, weights: Tensor) -> Tensor:
    """Return minus the weighed log-probability of the allowed tags (zero where all are allowed)."""
    inside = torch.logsumexp(scores.masked_fill(~allowed, FAR), -1)
    return ((torch.logsumexp(scores, -1) - inside) * weights).sum()


def belief_loss(outputs: Outputs, arcs: Tensor, labels: Tensor, heads: Tensor, beliefs: Beliefs) -> Tensor:
    """Return the summed cross-entropy with what is believed; of a relation only where the heads agree."""
    total = torch.stack([against(getattr(outputs, name), beliefs.tags[name]).sum() for name in TAGGED]).sum()
    agreed = (heads == beliefs.best) & beliefs.known
    return total + against(arcs, beliefs.arc).sum() + (against(labels, beliefs.label) * agreed).sum()


def against(scores: Tensor, shares: Tensor) -> Tensor:
    """Return the cross-entropy of scores [.., classes] with probabilities, [..]; zero where these are."""
    return torch.logsumexp(scores, -1) * shares.sum(-1) - (scores * shares).sum(-1)


def sketch_loss(found: Tensor, beliefs: Beliefs) -> Tensor:
    """Return the squared distance to the teachers' sketches [b, m, 256], per word with a belief."""
    distance = ((found - beliefs.sketch) ** 2).sum(-1) * beliefs.known
    return distance.sum() / beliefs.known.sum().clamp(min=1)


def believed_link_loss(scores: Tensor, beliefs: Beliefs, words: Tensor) -> Tensor:
    """Return the loss of believed coreference, each window with mentions weighing by its words."""
    pairs = torch.tril(beliefs.mention[:, :, None] & beliefs.mention[:, None, :], -1)
    new = torch.zeros_like(scores[..., :1])
    losses = against(torch.cat([new, scores.masked_fill(~pairs, FAR)], -1), beliefs.link)
    asked = beliefs.link.sum(-1) > 0
    return weighed(losses, asked, words)


def link_loss(scores: Tensor, chain: Tensor, words: Tensor) -> Tensor:
    """Return the coreference loss, each window with mentions weighing by its words.

    `scores` [b, m, m]: a later word, then an earlier one. Right antecedents count together, and a mention
    with none is new, at score 0 (Lee et al. 2017).
    """
    mention = chain >= 0
    pairs = torch.tril(mention[:, :, None] & mention[:, None, :], -1)
    same = pairs & (chain[:, :, None] == chain[:, None, :])
    new = torch.zeros_like(scores[..., :1])
    total = torch.logsumexp(torch.cat([new, scores.masked_fill(~pairs, FAR)], -1), -1)
    found = torch.logsumexp(scores.masked_fill(~same, FAR), -1)
    losses = total - found.where(same.any(-1), new[..., 0])
    return weighed(losses, mention, words)


def weighed(losses: Tensor, asked: Tensor, words: Tensor) -> Tensor:
    """Return `LINKING` times the mean loss of each window's asked words, times its words, summed."""
    means = (losses * asked).sum(-1) / asked.sum(-1).clamp(min=1)
    return LINKING * (means * words.sum(-1)).sum()
