"""A training run of the coreference head that can be taken up again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

RATE, WARM_UP, DECAY = 2e-3, 60, 0.98


@dataclass(slots=True)
class Run:
    """The head, its running average (which is shipped), the optimiser, and how far they are."""

    head: nn.Module
    average: AveragedModel
    optimizer: torch.optim.AdamW
    path: Path
    epoch: int = 0
    steps: int = 0

    @classmethod
    def begin(cls, head: nn.Module, path: Path) -> Run:
        """Return a new run, or the one kept at `path`."""
        average = AveragedModel(head, multi_avg_fn=get_ema_multi_avg_fn(DECAY))
        run = cls(head, average, torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.05), path)
        if path.exists():
            held = torch.load(path, weights_only=True)
            head.load_state_dict(held["head"])
            average.load_state_dict(held["average"])
            run.optimizer.load_state_dict(held["optimizer"])
            run.epoch, run.steps = held["place"]
            torch.set_rng_state(held["random"])
        return run

    def step(self, loss: Tensor, progress: float) -> None:
        """Take one step; the rate rises over the first, and falls to nothing with `progress` (0 to 1)."""
        rate = RATE * min(1.0, (self.steps + 1) / WARM_UP) * (1 - progress)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.head.parameters(), 5.0)
        self.optimizer.step()
        self.average.update_parameters(self.head)
        self.steps += 1

    def save(self) -> None:
        """Keep the run; a reader never sees half a file."""
        held = {
            "head": self.head.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "place": (self.epoch, self.steps),
            "random": torch.get_rng_state(),
        }
        partial = self.path.with_suffix(".partial")
        torch.save(held, partial)
        os.replace(partial, self.path)  # noqa: PTH105
