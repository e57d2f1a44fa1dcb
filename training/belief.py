"""What larger networks believe of a sentence, and how a batch holds it for the small one to learn from.

Knowledge distillation (Hinton et al. 2015): a teacher's probabilities say more than one right answer, and
they are there for texts that nobody has annotated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

TAGGED = ("upos", "xpos", "start", "ner")
"""Not lemmas, which no teacher knew better than the small one, nor the kinds of mentions."""

HEADS, LINKS = 6, 4
SKETCH = 256
"""Numbers in the sketch of a word: the teachers' vectors in their main directions."""

OUTSIDE_MOST = 0.1
"""A word with more of its antecedents before the window teaches no link."""

Floats = npt.NDArray[np.float16]
Places = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Belief:
    """Probabilities for the w words of a sentence.

    `tags`: [w, classes] for each of `TAGGED`. `heads` [w, 6]: the likeliest heads by their place in the
    sentence, with `head_shares`; `label` [w, relations]: of the first of them. `mention` [w]: does the word
    head one? `links` [w, 4]: how many words back its likeliest antecedents stand, with `link_shares`; what
    they lack to 1 begins a chain. Unused places have share 0. `sketch` [w, 256]: the teachers' vectors of the
    words, in all of variance 1.
    """

    tags: dict[str, Floats]
    heads: Places
    head_shares: Floats
    label: Floats
    mention: npt.NDArray[np.bool_]
    links: Places
    link_shares: Floats
    sketch: Floats


@dataclass(slots=True)
class Beliefs:
    """Beliefs about a batch of b windows of m words, float32, zero where nothing is believed.

    `tags`: [b, m, classes] a name. `arc` [b, m, m], `best` [b, m] int64 (the likeliest head), `label`
    [b, m, relations]; `link` [b, m, 1 + m]: new, then each earlier word, zero where an antecedent stands
    before the window. `sketch` [b, m, 256]. `known`, `mention` [b, m] bool.
    """

    tags: dict[str, Tensor]
    arc: Tensor
    best: Tensor
    label: Tensor
    link: Tensor
    sketch: Tensor
    known: Tensor
    mention: Tensor


Placed = list[tuple[int, Belief]]
"""Beliefs about some sentences of a window, each with the place of its first word."""


def gather(windows: Sequence[Placed], length: int) -> Beliefs | None:
    """Return the beliefs about a batch padded to `length` words, or None where there are none."""
    some = next((belief for window in windows for _, belief in window), None)
    if some is None:
        return None

    def empty(*sizes: int, kind: torch.dtype = torch.float32) -> Tensor:
        return torch.zeros(len(windows), length, *sizes, dtype=kind)

    beliefs = Beliefs(
        tags={name: empty(held.shape[1]) for name, held in some.tags.items()},
        arc=empty(length),
        best=empty(kind=torch.int64),
        label=empty(some.label.shape[1]),
        link=empty(1 + length),
        sketch=empty(SKETCH),
        known=empty(kind=torch.bool),
        mention=empty(kind=torch.bool),
    )
    for row, window in enumerate(windows):
        for first, belief in window:
            _fill(beliefs, row, first, belief)
    return beliefs


def _fill(beliefs: Beliefs, row: int, first: int, belief: Belief) -> None:
    """Write one sentence's belief into the row of its window."""
    words = slice(first, first + len(belief.heads))
    for name, held in belief.tags.items():
        beliefs.tags[name][row, words] = torch.from_numpy(held).float()
    heads = torch.from_numpy(belief.heads).long() + first
    beliefs.arc[row, words].scatter_add_(1, heads, torch.from_numpy(belief.head_shares).float())
    beliefs.best[row, words] = heads[:, 0]
    beliefs.label[row, words] = torch.from_numpy(belief.label).float()
    beliefs.sketch[row, words] = torch.from_numpy(belief.sketch).float()
    beliefs.known[row, words] = True
    beliefs.mention[row, words] = torch.from_numpy(belief.mention)
    back = 1 + torch.arange(first, words.stop)[:, None] - torch.from_numpy(belief.links).long()
    shares = torch.from_numpy(belief.link_shares).float()
    link = beliefs.link[row, words].scatter_add_(1, back.clamp(min=0), shares * (back > 0))
    link[:, 0] = 1 - link[:, 1:].sum(1)
    inside = (shares * (back <= 0)).sum(1) < OUTSIDE_MOST
    link *= (inside & beliefs.mention[row, words])[:, None]
