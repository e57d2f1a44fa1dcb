"""Average the weights of several runs: `python -m training.soup --runs A B --shares 0.5 0.5 --out C`.

Runs that go on from one another lie in one basin, and their mean does a little better than each (Wortsman et
al. 2022, "Model soups"). The output folder holds what `training.export` and `training.coreference.train`
read: `labels.json` and a `state.pt` of the averaged weights alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.labels import Labels

Weights = dict[str, Tensor]


def main() -> None:
    """Write the mean of some runs as a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    labels = {run: Labels.load(run / "labels.json") for run in options.runs}
    if len(options.shares) != len(options.runs) or len({str(held) for held in labels.values()}) > 1:
        parser.error("give one share a run, and runs of the same labels")
    held = [torch.load(run / "state.pt", weights_only=True)["average"] for run in options.runs]
    options.out.mkdir(parents=True, exist_ok=True)
    labels[options.runs[0]].save(options.out / "labels.json")
    torch.save({"base": "small", "average": mean(held, options.shares)}, options.out / "state.pt")


def mean(runs: Sequence[Weights], shares: Sequence[float]) -> Weights:
    """Return the weighted mean of what is learned; numbers of places stay those of the first run."""
    first = runs[0]
    return {
        name: sum((share * run[name] for share, run in zip(shares, runs, strict=True)), torch.zeros(()))
        if first[name].is_floating_point()
        else first[name]
        for name in first
    }


if __name__ == "__main__":
    main()
