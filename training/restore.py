"""The network of an earlier run or behind a shipped model, so that training can go on from those weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.labels import Labels
from training.network import Network


def restore(folder: Path, labels: Labels) -> Network:
    """Return the averaged network of a run, or that of a shipped model, each int8 weight as its number.

    Raises ValueError if the model was made with other labels, or lacks a weight.
    """
    if Labels.load(folder / "labels.json") != labels:
        raise ValueError(f"{folder} was trained with other labels; start without --start")
    network = Network(labels)
    if (folder / "state.pt").exists():
        network.load_state_dict(torch.load(folder / "state.pt", weights_only=True)["average"], strict=False)
        return network
    graph = onnx.load(folder / "model.onnx").graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = {
        parameter(node.name): next(name for name in node.input if name.startswith("onnx::MatMul"))
        for node in graph.node
        if node.op_type in {"MatMul", "MatMulInteger"}
        and any(n.startswith("onnx::MatMul") for n in node.input)
    }
    with np.load(folder / "relations.npz") as relations:
        held["label_weights"] = relations["weights"].astype(np.float32)
    shipped = [name for name, _ in network.named_parameters() if not name.startswith("link")]
    state = {name: find(name, held, products) for name in shipped}
    missing = network.load_state_dict(state, strict=False).missing_keys
    if any(name in shipped for name in missing):
        raise ValueError(f"{folder} has no {missing[0]}")
    return network


def parameter(node: str) -> str:
    """Return the weight that a matrix product of the graph uses: `/upos/MatMul` is `taggers.upos.weight`."""
    path = node.removesuffix("_quant").removesuffix("/MatMul").strip("/").replace("/", ".")
    if path.startswith("bert."):
        return f"{path}.weight"
    return f"roles.{path}.weight" if path.startswith(("arc_", "lab_")) else f"taggers.{path}.weight"


def find(name: str, held: dict[str, np.ndarray], products: dict[str, str]) -> Tensor:
    """Return a parameter's value; matrices are stored transposed, int8 ones with a scale a column."""
    stored = products.get(name, name)
    value = dequantised(stored.removesuffix("_quantized"), held)
    return torch.from_numpy((value.T if name in products else value).copy())


def dequantised(name: str, held: dict[str, np.ndarray]) -> np.ndarray:
    """Return a tensor of the model as float32."""
    if name in held:
        return held[name]
    zero = held[f"{name}_zero_point"].astype(np.float32)
    value: np.ndarray = (held[f"{name}_quantized"].astype(np.float32) - zero) * held[f"{name}_scale"]
    return value
