"""Train the language model: `python -m training.train [--epochs 9] [--out training/runs/v1]`.

The same command takes up a stopped run; one that goes on from another (`--start`) rounds as int8 does.
The output folder holds `labels.json`, `state.pt` and `log.jsonl` (one line an epoch: figures on the dev
parts).
"""

from __future__ import annotations

import json
import pickle
import time
from argparse import ArgumentParser, Namespace
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.bases import BASES
from training.batches import Batch, make_batch
from training.corpora import read_ewt, read_gum, read_politics, training_documents
from training.export import balance_windows
from training.folder import corpora_folder
from training.half import in_half
from training.labels import Labels
from training.loss import batch_loss, sketch_loss
from training.measure import Figures, Scorer, measure
from training.network import Network, Outputs
from training.pieces import END, MASK, WordPieces
from training.renaming import Names, read_names
from training.restore import restore
from training.rounding import round_in_training
from training.sampling import BELIEVED_SHARES, BUDGET, RENAMED_SHARES, Draw, draw_epoch
from training.sentence import Document
from training.state import State
from training.tags import NAME_TYPES
from training.windows import Encoder

SAVE_SECONDS = 600.0
REPORT_STEPS = 10
HIDDEN = 0.05
"""Share of word pieces hidden in training."""

EXCHANGED, LAST_EXCHANGE = 0.2, 0.4
"""Share of names exchanged for others, and after which part of the run they stay as they stand."""

Corpora = dict[str, list[Document]]


def main() -> None:
    """Train to the end."""
    options = parse()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    corpora = read_beliefs(options.beliefs) if options.beliefs else training_documents()
    labels = (
        Labels.load(options.start / "labels.json")
        if options.start
        else Labels.count(chain(*corpora.values()))
    )
    labels.save(options.out / "labels.json")
    encoder = Encoder(labels)
    network = restore(options.start, labels) if options.start else Network(labels, BASES[options.base])
    if options.start and network.base.name == "small":
        round_in_training(network, balance_windows(encoder))
    state = State.begin(network, options.rate)
    path = options.out / "state.pt"
    if path.exists():
        state.load(path)
    dev = {"gum": read_gum("dev"), "ewt": read_ewt("dev"), "politics": read_politics("dev")}
    run(state, corpora, dev, encoder, options)


def parse() -> Namespace:
    """Return the options of the command line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("training/runs/v1"))
    parser.add_argument("--start", type=Path, help="a run's or a shipped model's folder to go on from")
    parser.add_argument("--beliefs", type=Path, nargs="*", help="files of training.believe to learn from")
    parser.add_argument("--base", choices=BASES, default="small", help="the encoder to start from")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--exchange", type=float, default=EXCHANGED, help="share of names exchanged at first")
    parser.add_argument("--names", type=float, default=1.0, help="what names weigh beside the other tasks")
    parser.add_argument("--budget", type=int, default=BUDGET, help="word pieces in a batch")
    parser.add_argument("--steps", type=int, default=0, help="batches an epoch, for a trial run")
    return parser.parse_args()


def read_beliefs(files: list[Path]) -> Corpora:
    """Return the corpora of all the files together."""
    corpora: Corpora = {}
    for file in files:
        for name, documents in pickle.loads(file.read_bytes()).items():
            corpora.setdefault(name, []).extend(documents)
    return corpora


def run(state: State, corpora: Corpora, dev: Corpora, encoder: Encoder, options: Namespace) -> None:
    """Train every epoch that is left; save, measure and log after each."""
    names = read_names(corpora_folder())
    while state.epoch < options.epochs:
        exchanging = options.exchange > 0 and state.epoch < LAST_EXCHANGE * options.epochs
        batches = draw(corpora, names, encoder.pieces, state.epoch, exchanging, options)
        train_epoch(state, batches[: options.steps or None], encoder, options)
        state.epoch, state.batch = state.epoch + 1, 0
        state.save(options.out / "state.pt")
        log(options.out, epoch=state.epoch, step=state.step, **dev_figures(state, dev, encoder))


def draw(
    corpora: Corpora, names: Names, pieces: WordPieces, epoch: int, exchanging: bool, options: Namespace
) -> list[list[Draw]]:
    """Return an epoch's batches; names are exchanged now, or were when the copies with beliefs were made."""
    if options.beliefs:
        shares = BELIEVED_SHARES | (RENAMED_SHARES if exchanging else {})
        return draw_epoch(corpora, names, pieces, epoch, options.seed, 0.0, options.budget, shares)
    share = options.exchange if exchanging else 0.0
    return draw_epoch(corpora, names, pieces, epoch, options.seed, share, options.budget)


def train_epoch(state: State, batches: list[list[Draw]], encoder: Encoder, options: Namespace) -> None:
    """Train the batches of the current epoch that are left, saving every ten minutes."""
    began = saved = time.monotonic()
    first = state.batch
    for state.batch in range(first, len(batches)):
        if time.monotonic() - saved > SAVE_SECONDS:
            state.save(options.out / "state.pt")
            saved = time.monotonic()
        state.set_rate((state.epoch + state.batch / len(batches)) / options.epochs)
        draws = batches[state.batch]
        batch = make_batch([encoder(draw.sentences, draw.case) for draw in draws])
        loss = train_batch(state, batch, options.names)
        if state.step % REPORT_STEPS == 0:
            pace = (time.monotonic() - began) / (state.batch + 1 - first)
            place = f"{state.epoch} {state.batch}/{len(batches)}"
            print(f"{place} loss {loss:.3f} {pace:.2f} s/batch", flush=True)


def train_batch(state: State, batch: Batch, names: float = 1.0) -> float:
    """Take one step and return the loss."""
    ids, *inputs = batch.inputs
    outputs = in_half(state.network, hide(ids), *inputs)
    links = state.network.antecedents(outputs.words)
    loss = batch_loss(outputs, links, batch, state.network.label_weights, names)
    if batch.beliefs:
        loss = loss + sketch_loss(state.mirror(outputs.words), batch.beliefs)
    state.optimizer.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
    state.optimizer.step()
    state.average.update(state.network, state.step)
    state.step += 1
    return loss.item()


def hide(ids: Tensor) -> Tensor:
    """Return the word pieces with a few hidden, so that context is used where a word is unknown."""
    hidden = (torch.rand(ids.shape) < HIDDEN) & (ids > END)
    return ids.masked_fill(hidden, MASK)


def dev_figures(state: State, dev: Corpora, encoder: Encoder) -> dict[str, Figures]:
    """Return the averaged network's figures on the dev parts."""
    network = state.average.network

    def predict(batch: Batch) -> Outputs:
        return in_half(network, *batch.inputs)

    types = {"gum": (), "ewt": ("PER", "ORG", "LOC"), "politics": NAME_TYPES}
    scorers = {name: Scorer(encoder, network.label_weights, types[name]) for name in dev}
    return {name: measure(documents, scorers[name], predict) for name, documents in dev.items()}


def log(out: Path, **values: Any) -> None:
    """Append one line to the run's log, and print it."""
    line = json.dumps(values)
    print(line, flush=True)
    with (out / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


if __name__ == "__main__":
    main()
