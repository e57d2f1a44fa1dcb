"""Batches of windows as padded tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.belief import Beliefs, gather
from training.labels import IGNORED
from training.windows import Window

STEP = 32
"""Lengths are padded to multiples of this: free lengths make oneDNN compile a kernel a batch."""


@dataclass(slots=True)
class Batch:
    """b windows, padded to n pieces and m words; int64 unless said otherwise.

    Inputs: `ids`, `shape`, `mask` [b, n] and `first` [b, m] (the place of each word's first piece).
    Gold, [b, m], IGNORED where unknown: `start`, `head`, `label`, `upos`, `xpos`, `lemma`, `kind`.
    `ner` [b, m, tags] bool: allowed tags, all of them where unknown. `sentence` [b, m]: number in
    the window, -1 on padding. `chain` [b, m]: number of the coreference chain of the mention a word heads,
    or -1. `words` [b, m] bool: no padding. `beliefs`: what larger networks hold of it.
    """

    ids: Tensor
    shape: Tensor
    mask: Tensor
    first: Tensor
    sentence: Tensor
    words: Tensor
    start: Tensor
    head: Tensor
    label: Tensor
    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    kind: Tensor
    ner: Tensor
    chain: Tensor
    beliefs: Beliefs | None = None

    @property
    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the network reads."""
        return self.ids, self.shape, self.mask, self.first


def make_batch(windows: Sequence[Window]) -> Batch:
    """Return the windows as one batch."""
    n = _rounded(max(len(window.ids) for window in windows))
    m = _rounded(max(len(window.first) for window in windows))
    gold = {
        name: _padded([getattr(window, name) for window in windows], m, IGNORED)
        for name in ("start", "head", "label", "upos", "xpos", "lemma", "kind")
    }
    sentence = _padded([window.sentence for window in windows], m, -1)
    return Batch(
        ids=_padded([window.ids for window in windows], n, 0),
        shape=_padded([window.shape for window in windows], n, 0),
        mask=_padded([[1] * len(window.ids) for window in windows], n, 0),
        first=_padded([window.first for window in windows], m, 0),
        sentence=sentence,
        words=sentence >= 0,
        chain=_padded([window.chain for window in windows], m, -1),
        ner=_allowed(windows, m),
        beliefs=gather([window.beliefs for window in windows], m),
        **gold,
    )


def _rounded(length: int) -> int:
    return -(-length // STEP) * STEP


def _padded(rows: list[list[int]], length: int, fill: int) -> Tensor:
    return torch.tensor([row + [fill] * (length - len(row)) for row in rows])


def _allowed(windows: Sequence[Window], length: int) -> Tensor:
    allowed = torch.ones(len(windows), length, len(windows[0].ner[0]), dtype=torch.bool)
    for row, window in enumerate(windows):
        allowed[row, : len(window.ner)] = torch.tensor(window.ner)
    return allowed
