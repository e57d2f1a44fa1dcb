"""Run a network with its products in bfloat16 where the CPU multiplies that faster."""

from __future__ import annotations

import torch
from torch import Tensor

from training.network import Network, Outputs

HALF: bool = torch.cpu._is_avx512_bf16_supported()
"""Products in bfloat16 take a third of the time where the CPU has them, twice the time elsewhere."""


def in_half(network: Network, *inputs: Tensor) -> Outputs:
    """Return the network's scores, float32; its weights stay float32 as well."""
    with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
        return Outputs(*(scores.float() for scores in network(*inputs)))
