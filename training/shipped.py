"""The shipped model as the package runs it: int8, by onnxruntime, one thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from training.batches import Batch
from training.labels import Labels
from training.network import Outputs

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "eventgraph" / "annotate" / "weights"


class Shipped:
    """An exported model; `relations` is the label tensor, float32 [relations, 101, 101]."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            folder / "model.onnx", options, providers=["CPUExecutionProvider"]
        )
        self.labels = Labels.load(folder / "labels.json")
        with np.load(folder / "relations.npz") as held:
            self.relations = torch.from_numpy(held["weights"].astype(np.float32))

    def predict(self, batch: Batch) -> Outputs:
        """Return the scores of a batch."""
        names = ("ids", "shape", "mask", "first")
        feed = {name: tensor.numpy() for name, tensor in zip(names, batch.inputs, strict=True)}
        scores = self.session.run(list(Outputs._fields), feed)
        return Outputs(*(torch.from_numpy(score) for score in scores))
