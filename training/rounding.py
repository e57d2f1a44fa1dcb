"""Train with the rounding of the shipped int8 model, so that the weights learn to live with it.

Fake quantisation with straight-through gradients (Jacob et al. 2018, "Quantization and Training of Neural
Networks for Efficient Integer-Arithmetic-Only Inference"): activations have eight bits and one range a
window, weights seven bits and one range an output channel, after channels are balanced as `lean.py` does.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.lean import SMOOTHING
from training.network import Network

ACTIVATION = (0, 255)
WEIGHT = (-64, 64)
SMALLEST = 1e-8


class Rounded(nn.Linear):
    """A linear layer that rounds what it is given and its own weights; `load` [in] balances the channels."""

    load: Tensor

    def forward(self, features: Tensor) -> Tensor:
        """Return the layer's output for `features` [b, .., in]."""
        return functional.linear(round_windows(features / self.load), self.rounded(), self.bias)

    def rounded(self) -> Tensor:
        """Return the balanced weights, rounded."""
        return round_channels(self.weight * self.load)


class RoundedTable(nn.Embedding):
    """An embedding whose vectors are rounded, one range a table."""

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of `ids`, [.., out]."""
        scale = self.weight.detach().abs().amax().item() / WEIGHT[1]
        return torch.fake_quantize_per_tensor_affine(super().forward(ids), scale, 0, *WEIGHT)


def round_windows(features: Tensor) -> Tensor:
    """Return the activations of b windows, [b, ..], each rounded on its own range, which holds 0."""
    flat = features.detach().flatten(1)
    low, high = flat.amin(1).clamp(max=0), flat.amax(1).clamp(min=0)
    scale = ((high - low) / ACTIVATION[1]).clamp(min=SMALLEST)
    zero = torch.round(-low / scale).to(torch.int32)
    return torch.fake_quantize_per_channel_affine(features, scale, zero, 0, *ACTIVATION)


def round_channels(weights: Tensor) -> Tensor:
    """Return the weights, [out, in], each row rounded on its own range."""
    scale = (weights.detach().abs().amax(1) / WEIGHT[1]).clamp(min=SMALLEST)
    zero = torch.zeros(len(scale), dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(weights, scale, zero, 0, *WEIGHT)


def round_in_training(network: Network, windows: Iterable[tuple[Tensor, Tensor, Tensor]]) -> None:
    """Make the products that ship as int8 round from now on; some windows (as of `Batch`) set the balance."""
    products = [module for module in network.modules() if type(module) is nn.Linear]
    products = [product for product in products if product not in {*network.links.values()}]
    seen = largest_inputs(network, products, windows)
    for product, largest in zip(products, seen, strict=True):
        weight = product.weight.detach().abs().amax(0)
        load = largest.clamp(min=1e-4) ** SMOOTHING / weight.clamp(min=SMALLEST) ** (1 - SMOOTHING)
        product.register_buffer("load", load, persistent=False)
        product.__class__ = Rounded
    for table in (network.bert.embeddings.word_embeddings, network.shapes):
        table.__class__ = RoundedTable


@torch.no_grad()
def largest_inputs(
    network: Network, products: list[nn.Linear], windows: Iterable[tuple[Tensor, Tensor, Tensor]]
) -> list[Tensor]:
    """Return the largest activation that each channel of each product was given, [in] a product."""
    seen = [torch.zeros(product.in_features) for product in products]

    def watch(largest: Tensor, product: nn.Linear) -> torch.utils.hooks.RemovableHandle:
        def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            torch.maximum(largest, given[0].abs().flatten(0, -2).amax(0), out=largest)

        return product.register_forward_pre_hook(look)

    handles = [watch(*pair) for pair in zip(seen, products, strict=True)]
    network.eval()
    for ids, shape, first in windows:
        network(ids, shape, torch.ones_like(ids), first)
    network.train()
    for handle in handles:
        handle.remove()
    return seen
