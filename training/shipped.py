"""The shipped model as the package runs it: int8, by onnxruntime, one thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from eventgraph.annotate.network import open_session
from training.batches import Batch
from training.labels import Labels
from training.network import Outputs

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "eventgraph" / "annotate" / "weights"


class Shipped:
    """An exported model; `relations` is the core of the label tensor, float32 [relations, 48, 48]."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.session = open_session(folder / "model.onnx")
        self.labels = Labels.load(folder / "labels.json")
        with np.load(folder / "relations.npz") as held:
            self.relations = torch.from_numpy(held["core"].astype(np.float32))

    def predict(self, batch: Batch) -> Outputs:
        """Return the scores of a batch of one window; those of padding are zero."""
        pieces, words = int(batch.mask.sum()), int(batch.words.sum())
        feed = {
            "ids": batch.ids[:, :pieces],
            "shape": batch.shape[:, :pieces],
            "first": batch.first[:, :words],
        }
        scores = self.session.run(list(Outputs._fields), {name: held.numpy() for name, held in feed.items()})
        named = dict(zip(Outputs._fields, map(torch.from_numpy, scores), strict=True))
        length = batch.words.size(1)
        named["arc"] = padded(named["arc"].transpose(1, 2), length).transpose(1, 2)
        return Outputs(**{name: padded(score, length) for name, score in named.items()})


def padded(scores: Tensor, length: int) -> Tensor:
    """Return [1, m, classes] scores with zeros behind, [1, length, classes]."""
    return functional.pad(scores, (0, 0, 0, length - scores.size(1)))
