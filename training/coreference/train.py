"""Train the coreference head: `python -m training.coreference.train --run training/runs/v1`.

Reads the shipped network's word vectors, the biaffine product trained with it (from its run), GUM's train
part and GAP's development set; writes `weights/coreference.npz`. The texts as arrays and the state after each
epoch are kept in the output folder, so that the same command takes up a stopped run. One thread; the minutes
are those of annotating the texts.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser, Namespace
from pathlib import Path

import torch
from torch import Tensor, nn

from eventgraph.annotate.coreference.head import WEIGHTS
from training.coreference.asking import Target, targets
from training.coreference.batch import Batch, make_batch
from training.coreference.corpus import Asked, gap_questions, gum_texts
from training.coreference.head import Head
from training.coreference.loss import chain_loss, choice_loss
from training.coreference.run import Run
from training.coreference.weights import write_weights

MENTIONS_A_STEP, QUESTIONS_A_STEP = 200, 60
"""What the two losses are divided by: what a step holds of mentions, and three times its questions, since the
encoder has learned from those, too, and is surer of them than it will be of others."""

Aimed = tuple[Asked, Target]


def main() -> None:
    """Train to the end, and write the averaged head."""
    options = parse()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    texts = [make_batch([text]) for text in gum_texts("train", options.out)]
    questions = [asked for asked in gap_questions("train", options.out) if asked.usable]
    head = Head()
    head.take_up(torch.load(options.run / "state.pt", weights_only=True)["average"])
    run = Run.begin(head, options.out / "state.pt")
    while run.epoch < options.epochs:
        train_epoch(run, texts, questions, options)
        run.save()
    write_weights(run.average.module, options.weights)


def parse() -> Namespace:
    """Return the options of the command line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the run that the shipped network is of")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("training/runs/coreference"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    return parser.parse_args()


def train_epoch(run: Run, texts: list[Batch], questions: list[Asked], options: Namespace) -> None:
    """Take a step a text of GUM, each with its share of GAP's questions (from the second epoch on)."""
    rng = random.Random(f"{options.seed}-{run.epoch}")
    order = rng.sample(texts, len(texts))
    aimed: list[Aimed] = []
    if run.epoch:
        aimed = list(targets(run.average.module.eval(), questions))
        rng.shuffle(aimed)
    share = -(-len(aimed) // len(order))
    run.head.train()
    total = 0.0
    for number, batch in enumerate(order):
        loss = chain_loss(run.head, batch) / MENTIONS_A_STEP
        some = aimed[number * share : (number + 1) * share]
        if some:
            loss = loss + question_loss(run.head, some) / QUESTIONS_A_STEP
        run.step(loss, (run.epoch + number / len(order)) / options.epochs)
        total += loss.item()
    run.epoch += 1
    print(f"epoch {run.epoch} loss {total / len(order):.3f}", flush=True)


def question_loss(head: nn.Module, aimed: list[Aimed]) -> Tensor:
    """Return the loss of some questions."""
    mentions = [aim.mention for _, aim in aimed]
    batch = make_batch([asked.text for asked, _ in aimed], mentions)
    at = torch.tensor([offset + mention for offset, mention in zip(batch.offsets, mentions, strict=True)])
    right = torch.tensor([right for _, aim in aimed for right in aim.right])
    return choice_loss(head, batch, at, right, torch.tensor([aim.new for _, aim in aimed]))


if __name__ == "__main__":
    main()
