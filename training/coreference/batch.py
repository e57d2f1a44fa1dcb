"""Prepared texts side by side, as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.coreference.prepared import Prepared


@dataclass(slots=True)
class Batch:
    """n mentions and p pairs of some texts: see `Head`. `good` [p] bool: both are of one gold chain.

    `offsets`: where each text's mentions begin.
    """

    mentions: Tensor
    later: Tensor
    earlier: Tensor
    codes: Tensor
    flags: Tensor
    good: Tensor
    offsets: list[int]

    @property
    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """What the head reads."""
        return self.mentions, self.later, self.earlier, self.codes, self.flags


def make_batch(texts: Sequence[Prepared], only: Sequence[int] | None = None) -> Batch:
    """Return the texts as a batch; `only` names one mention a text whose pairs alone are kept."""
    sizes = [len(text.inputs) for text in texts]
    offsets = [0, *np.cumsum(sizes).tolist()][: len(texts)]
    kept = [
        slice(None) if only is None else np.flatnonzero(text.pairs.later == only[k])
        for k, text in enumerate(texts)
    ]
    fields: dict[str, list[np.ndarray]] = {
        name: [] for name in ("later", "earlier", "codes", "flags", "good")
    }
    for text, offset, which in zip(texts, offsets, kept, strict=True):
        later, earlier, codes, flags = (values[which] for values in text.pairs)
        chain = text.cluster[later]
        fields["good"].append((chain >= 0) & (chain == text.cluster[earlier]))
        fields["later"].append(later + offset)
        fields["earlier"].append(earlier + offset)
        fields["codes"].append(codes.astype(np.int64))
        fields["flags"].append(flags.astype(np.float32))
    tensors = {name: torch.from_numpy(np.concatenate(held)) for name, held in fields.items()}
    mentions = np.concatenate([text.inputs for text in texts]).astype(np.float32)
    return Batch(torch.from_numpy(mentions), offsets=offsets, **tensors)
