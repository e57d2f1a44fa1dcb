"""The running average of the weights, which is what is evaluated and shipped.

Polyak and Juditsky 1992; with a decay that warms up, so that early averages are useful too.
"""

from __future__ import annotations

import copy

import torch

from training.network import Network


class Average:
    """An exponential moving average of a network's weights."""

    def __init__(self, network: Network, decay: float = 0.999) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, network: Network, step: int) -> None:
        """Move the average towards the network after the step of this number (from 0)."""
        weight = 1 - min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(list(self.network.parameters()), list(network.parameters()), weight)
