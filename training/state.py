"""All that a run needs to go on after a stop: weights, average, optimiser, place, random state."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from training.average import Average
from training.belief import SKETCH
from training.network import Network

HEADS_RATE = 1e-3
WARM_UP = 150


@dataclass(slots=True)
class State:
    """A run. `epoch` and `batch` name the next batch to train on; `step` counts batches of all epochs.

    `mirror` tells the teachers' sketch of a word from the network's vector; for training only.
    """

    network: Network
    average: Average
    mirror: nn.Linear
    optimizer: torch.optim.AdamW
    epoch: int = 0
    batch: int = 0
    step: int = 0

    @classmethod
    def begin(cls, network: Network, rate: float = 1.0) -> State:
        """Return the state of a new run; `rate` is a factor on the learning rates."""
        mirror = nn.Linear(network.base.width, SKETCH)
        nn.init.zeros_(mirror.weight)  # what it says at random would mislead a trained encoder
        heads = [weights for name, weights in network.named_parameters() if not name.startswith("bert.")]
        heads += mirror.parameters()
        groups = [
            {"params": list(network.bert.parameters()), "peak": network.base.rate * rate},
            {"params": heads, "peak": HEADS_RATE * rate},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        return cls(network, Average(network), mirror, optimizer)

    def set_rate(self, progress: float) -> None:
        """Set the learning rates: a linear warm-up over steps, then a linear decay over the run (0 to 1)."""
        factor = min(1.0, (self.step + 1) / WARM_UP) * (1 - progress)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * factor

    def save(self, path: Path) -> None:
        """Write the state; a reader never sees half a file."""
        held = {
            "base": self.network.base.name,
            "network": self.network.state_dict(),
            "average": self.average.network.state_dict(),
            "mirror": self.mirror.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "place": (self.epoch, self.batch, self.step),
            "random": torch.get_rng_state(),
        }
        partial = path.with_suffix(".partial")
        torch.save(held, partial)
        os.replace(partial, path)  # noqa: PTH105

    def load(self, path: Path) -> None:
        """Take up the state that `save` wrote."""
        held = torch.load(path, weights_only=True)
        self.network.load_state_dict(held["network"])
        self.average.network.load_state_dict(held["average"])
        self.mirror.load_state_dict(held["mirror"])
        self.optimizer.load_state_dict(held["optimizer"])
        self.epoch, self.batch, self.step = held["place"]
        torch.set_rng_state(held["random"])
