"""The network of an earlier run or behind a shipped model, so that training can go on from those weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from training.export import load_average
from training.labels import Labels
from training.lean import Lean, Smooth
from training.network import Network
from training.relations import Relations

PLACES = "onnx::Add_"
"""How the exporter names the one constant without a name: the embedding of a first text's words."""


def restore(folder: Path, labels: Labels) -> Network:
    """Return the averaged network of a run, or that of a shipped model, each int8 weight as its number.

    Raises ValueError if the model was made with other labels, or lacks a weight.
    """
    if Labels.load(folder / "labels.json") != labels:
        raise ValueError(f"{folder} was trained with other labels; start without --start")
    if (folder / "state.pt").exists():
        return load_average(folder / "state.pt", labels).train().requires_grad_()
    network = Network(labels)
    with np.load(folder / "relations.npz") as held:
        sides = {name: torch.from_numpy(held[name].astype(np.float32)) for name in held}
    return unfold(network, Relations(**sides), stored(folder / "model.onnx"))


@torch.no_grad()
def unfold(network: Network, relations: Relations, held: dict[str, np.ndarray]) -> Network:
    """Fill a network with the weights of its shipped form."""
    lean = Lean(network, relations)
    values = {name: torch.from_numpy(value.copy()) for name, value in held.items()}
    lean.load_state_dict({name: values[name] for name in lean.state_dict() if name in values}, strict=False)
    for smooth, parts in products(lean):
        if any(f"{name}.weight" not in held for name, module in lean.named_modules() if module is smooth):
            raise ValueError("the model lacks a product of its encoder; was it made by training.export?")
        weight = (smooth.scale[:, None] * smooth.weight).T.split([part.out_features for part in parts])
        bias = smooth.bias.split([part.out_features for part in parts])
        for part, w, b in zip(parts, weight, bias, strict=True):
            part.weight.copy_(w)
            part.bias.copy_(b)
    network.label_weights.copy_(
        torch.einsum("la,rab,kb->rlk", relations.lab_dep, relations.core, relations.lab_head)
    )
    first = next(value for name, value in values.items() if name.startswith(PLACES))
    network.bert.embeddings.token_type_embeddings.weight[0] = first
    return network


def products(lean: Lean) -> Iterator[tuple[Smooth, list[nn.Linear]]]:
    """Yield each product of the shipped form with the layers it was made of."""
    encoder = lean.network.bert.encoder.layer
    for one, layer in zip([*lean.layers, lean.last], encoder, strict=True):
        attention = layer.attention.self
        mixed = [attention.query, attention.key, attention.value]
        if one is lean.last:
            yield one.ask, [mixed.pop(0)]
        yield one.mix, mixed
        yield one.attended, [layer.attention.output.dense]
        yield one.widen, [layer.intermediate.dense]
        yield one.narrow, [layer.output.dense]
    yield lean.heads, lean.parts


def stored(path: Path) -> dict[str, np.ndarray]:
    """Return the weights of a model by name, int8 ones as the numbers they stand for."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    for name in [name for name in held if name.endswith("_quantized")]:
        base = name.removesuffix("_quantized")
        zero = held[f"{base}_zero_point"].astype(np.float32)
        held[base] = (held[name].astype(np.float32) - zero) * held[f"{base}_scale"]
    return held
