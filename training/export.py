"""Export a run's averaged network for the wheel: `python -m training.export [--run training/runs/v1]`.

Writes `model.onnx` (int8), `labels.json`, `lemmas.txt` (the treebanks' open-class lemmas),
`relations.npz` (key `weights`, float16, [relations, 101, 101]) and
`tokenizer.json`, then compares the int8 network with the float32 one on a document.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.batches import Batch, make_batch
from training.corpora import read_ewt, read_gum
from training.labels import Labels
from training.network import Network, Outputs
from training.shipped import WEIGHTS, Shipped
from training.vocabulary import write_lemmas
from training.windows import Encoder, cut

INPUTS = ("ids", "shape", "mask", "first")
QUANTISED = ["MatMul", "Gemm", "Gather"]


def main() -> None:
    """Export, then print how often the int8 network picks another class than the float32 one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("training/runs/v1"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    labels = Labels.load(options.run / "labels.json")
    network = load_average(options.run / "state.pt", labels)
    encoder = Encoder(labels)
    document = read_gum("dev")[0]
    sample = make_batch([encoder(run) for run in cut(document, encoder.pieces)][:4])
    write_network(network, sample, options.out / "model.onnx")
    labels.save(options.out / "labels.json")
    np.savez_compressed(options.out / "relations.npz", weights=network.label_weights.detach().half().numpy())
    encoder.pieces.tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    write_lemmas([*read_gum("train"), *read_ewt("train")], options.out / "lemmas.txt")
    for name, share in disagreement(network, Shipped(options.out), sample).items():
        print(f"{name:6} differs on {share:.2%} of words")


def load_average(path: Path, labels: Labels) -> Network:
    """Return the averaged network of a saved state."""
    network = Network(labels).eval().requires_grad_(False)
    network.load_state_dict(torch.load(path, weights_only=True)["average"])
    return network


def write_network(network: Network, sample: Batch, path: Path) -> None:
    """Write the network as int8 ONNX, opset 17, with free b, n and m."""
    axes = {**{name: {0: "b", 1: "n"} for name in INPUTS[:3]}, "first": {0: "b", 1: "m"}}
    axes |= {name: {0: "b", 1: "m"} for name in Outputs._fields} | {"arc": {0: "b", 1: "m", 2: "m"}}
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            network,
            sample.inputs,
            str(exact),
            input_names=list(INPUTS),
            output_names=list(Outputs._fields),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # One scale a channel: on GUM dev it costs 0.4 points of LAS, one scale a matrix 2.3.
        quantize_dynamic(
            exact,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=QUANTISED,
            nodes_to_exclude=sensitive(exact),
        )


def sensitive(path: Path) -> list[str]:
    """Return the products that stay float32: of two activations, of the small heads, and one outlier.

    The first layer's output product alone wins back 0.15 points of LAS and 0.8 of names F1 on dev
    (measured layer by layer; no other layer's did), for 3 MB and 3% of the time.
    """
    names = [node.name for node in onnx.load(path).graph.node if node.op_type in {"MatMul", "Gemm"}]
    return [
        name
        for name in names
        if "/bert/" not in name
        or "/self/MatMul" in name
        or name == "/bert/encoder/layer.0/output/dense/MatMul"
    ]


@torch.inference_mode()
def disagreement(network: Network, shipped: Shipped, sample: Batch) -> dict[str, float]:
    """Return, for each head with classes, the share of words whose best class changed."""
    exact, rounded = network(*sample.inputs), shipped.predict(sample)
    changed = {
        name: (getattr(exact, name).argmax(-1) != getattr(rounded, name).argmax(-1))[sample.words]
        for name in Outputs._fields
        if not name.startswith("lab_")
    }
    return {name: share.float().mean().item() for name, share in changed.items()}


if __name__ == "__main__":
    main()
