"""Export a run's averaged network for the wheel: `python -m training.export [--run training/runs/v1]`.

Writes `model.onnx` (int8), `labels.json`, `lemmas.txt` (the treebanks' open-class lemmas),
`relations.npz` (float16: `core` [relations, 48, 48], and `lab_dep`, `lab_head` [101, 48], which the
network holds too) and `tokenizer.json`, then compares the int8 network with the float32 one on a document.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from training.bases import BASES
from training.batches import Batch, make_batch
from training.corpora import read_ewt, read_gum
from training.labels import Labels
from training.lean import Lean, lean_network
from training.network import Network, Outputs
from training.relations import Relations, reduce_relations
from training.shipped import WEIGHTS, Shipped
from training.vocabulary import write_lemmas
from training.windows import Encoder, cut

INPUTS = ("ids", "shape", "first")
QUANTISED = ["MatMul", "Gather"]
BALANCE_WINDOWS = 120
"""Windows of the training part on which the scale of each channel is set."""


def main() -> None:
    """Export, then print how often the int8 network picks another class than the float32 one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("training/runs/v1"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(options.run / "labels.json")
    network = load_average(options.run / "state.pt", labels)
    encoder = Encoder(labels)
    relations = relations_of(network, encoder)
    write_network(lean_network(network, relations, balance_windows(encoder)), options.out / "model.onnx")
    labels.save(options.out / "labels.json")
    np.savez_compressed(
        options.out / "relations.npz",
        **{field.name: getattr(relations, field.name).half().numpy() for field in fields(relations)},
    )
    encoder.pieces.tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    write_lemmas([*read_gum("train"), *read_ewt("train")], options.out / "lemmas.txt")
    sample = make_batch([encoder(next(cut(read_gum("dev")[0], encoder.pieces)))])
    for name, share in disagreement(network, Shipped(options.out), sample).items():
        print(f"{name:6} differs on {share:.2%} of words")


def load_average(path: Path, labels: Labels) -> Network:
    """Return the averaged network of a saved state."""
    held = torch.load(path, weights_only=True)
    network = Network(labels, BASES[held["base"]]).eval().requires_grad_(False)
    network.load_state_dict(held["average"], strict=False)
    return network


@torch.no_grad()
def relations_of(network: Network, encoder: Encoder) -> Relations:
    """Return the label tensor reduced by what some windows of the training part need."""
    windows = [
        network(ids, shape, torch.ones_like(ids), first) for ids, shape, first in balance_windows(encoder)
    ]
    roles = {name: torch.cat([getattr(out, name)[0] for out in windows]) for name in ("lab_dep", "lab_head")}
    return reduce_relations(network.label_weights, **roles)


def balance_windows(encoder: Encoder) -> Iterator[tuple[Tensor, ...]]:
    """Yield inputs of windows from all over the training part."""
    runs = [run for document in read_gum("train")[::6] for run in cut(document, encoder.pieces)]
    for run in runs[:: len(runs) // BALANCE_WINDOWS]:
        window = encoder(run)
        yield tuple(torch.tensor([getattr(window, name)]) for name in INPUTS)


def write_network(lean: Lean, path: Path) -> None:
    """Write the network as int8 ONNX, opset 17, with free numbers n of pieces and m of words."""
    axes = {"ids": {1: "n"}, "shape": {1: "n"}, "first": {1: "m"}}
    axes |= {name: {1: "m"} for name in Outputs._fields} | {"arc": {1: "m", 2: "m"}}
    example = {"ids": [[101, 7592, 102]], "shape": [[0, 7, 0]], "first": [[1]]}
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            lean,
            tuple(torch.tensor(example[name]) for name in INPUTS),
            str(exact),
            input_names=list(INPUTS),
            output_names=list(Outputs._fields),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # Seven bits a weight: products of eight overflow where a CPU has AVX2 but no VNNI, and results would
        # differ from machine to machine. One scale a channel: one a matrix costs two points of LAS.
        quantize_dynamic(
            exact,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=QUANTISED,
            nodes_to_exclude=between_activations(exact),
        )


def between_activations(path: Path) -> list[str]:
    """Return the products of two activations, which stay float32."""
    graph = onnx.load(path).graph
    weights = {tensor.name for tensor in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMul"]
    return [node.name for node in products if not weights & set(node.input) or node.input[1] == "arcs"]


@torch.inference_mode()
def disagreement(network: Network, shipped: Shipped, sample: Batch) -> dict[str, float]:
    """Return, for each head with classes, the share of words whose best class changed."""
    exact, rounded = network(*sample.inputs), shipped.predict(sample)
    changed = {
        name: (getattr(exact, name).argmax(-1) != getattr(rounded, name).argmax(-1))[sample.words]
        for name in Outputs._fields
        if not name.startswith(("lab_", "words"))
    }
    return {name: share.float().mean().item() for name, share in changed.items()}


if __name__ == "__main__":
    main()
