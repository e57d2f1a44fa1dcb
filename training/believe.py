"""Write down what larger networks believe: `python -m training.believe --teachers RUN… --out FILE`.

The file (a pickle, for `training.train --beliefs`) holds the training corpora by name, each sentence with the
mean of the teachers' probabilities and a sketch of their vectors, and a second copy of those with names, a
share of these exchanged.
`--part 0/2` does every second document, so that two processes may share the work.
"""

from __future__ import annotations

import pickle
import random
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import pad

from training.batches import Batch, make_batch
from training.belief import HEADS, LINKS, TAGGED, Belief
from training.corpora import training_documents
from training.export import load_average
from training.folder import corpora_folder
from training.half import in_half
from training.labels import Labels
from training.loss import FAR
from training.network import Network, Outputs, label_scores
from training.renaming import Names, read_names, rename
from training.sampling import BUDGET, Draw, by_length, pick
from training.sentence import Document
from training.sketch import Sketcher
from training.windows import Encoder, cut

READ = {"tweets": 0.25, "passages": 0.7, "questions": 0.7}
"""The share of a corpus that is read, where it is not all."""

SKETCHED = 20
"""How many of GUM's documents tell the main directions of the teachers' vectors."""

RENAMED = ("gum", "ewt", "politics", "wikigold")
EXCHANGED = 0.5
"""The corpora with a second copy, and the share of names exchanged there."""


@dataclass(frozen=True, slots=True)
class Council:
    """Several teachers, and what sketches their vectors."""

    teachers: Sequence[Network]
    sketcher: Sketcher


def main() -> None:
    """Believe all of the part."""
    options = parse()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    labels = Labels.load(options.teachers[0] / "labels.json")
    teachers = [load_average(run / "state.pt", labels) for run in options.teachers]
    encoder, names = Encoder(labels), read_names(corpora_folder())
    corpora = training_documents()
    council = Council(teachers, sketcher(corpora["gum"][:SKETCHED], teachers, encoder))
    part, parts = map(int, options.part.split("/"))
    believed: dict[str, list[Document]] = {}
    for name, documents in corpora.items():
        began = time.monotonic()
        documents = pick(documents, READ.get(name, 1.0), random.Random(name))[part::parts]
        believed[name] = believe(documents, council, encoder)
        if name in RENAMED:
            believed[f"{name} renamed"] = believe(exchanged(documents, names), council, encoder)
        print(f"{name}: {len(documents)} documents, {time.monotonic() - began:.0f} s", flush=True)
    with options.out.open("wb") as file:
        pickle.dump(believed, file)


def parse() -> Namespace:
    """Return the options of the command line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="folders of their runs")
    parser.add_argument("--part", default="0/1", help="which documents: every n-th, from the k-th (k/n)")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def exchanged(documents: list[Document], names: Names) -> list[Document]:
    """Return the documents in which names could be exchanged, with other names."""
    rng = random.Random(0)
    copies = [(one, rename(list(one.sentences), names, EXCHANGED, rng)) for one in documents]
    return [replace(one, sentences=tuple(copy)) for one, copy in copies if list(one.sentences) != copy]


@torch.inference_mode()
def sketcher(documents: list[Document], teachers: Sequence[Network], encoder: Encoder) -> Sketcher:
    """Return the projection to the main directions of the teachers' vectors of the documents' words."""
    vectors = [
        side_by_side([in_half(teacher, *windows.inputs) for teacher in teachers])[windows.words]
        for _, windows in batches(documents, encoder)
    ]
    return Sketcher.of(torch.cat(vectors))


def side_by_side(outputs: Sequence[Outputs]) -> Tensor:
    """Return several networks' vectors of the same words as one, [b, m, sum of widths]."""
    return torch.cat([one.words for one in outputs], -1)


def batches(documents: list[Document], encoder: Encoder) -> Iterator[tuple[list[Draw], Batch]]:
    """Yield the windows of all the documents, in batches of like length."""
    draws = [Draw.of(run, encoder.pieces) for document in documents for run in cut(document, encoder.pieces)]
    for drawn in by_length(draws, BUDGET):
        yield drawn, make_batch([encoder(draw.sentences) for draw in drawn])


def believe(documents: list[Document], council: Council, encoder: Encoder) -> list[Document]:
    """Return the documents with beliefs on their sentences."""
    found: dict[int, Belief] = {}
    for drawn, windows in batches(documents, encoder):
        for draw, beliefs in zip(drawn, of_batch(windows, council), strict=True):
            found.update(zip(map(id, draw.sentences), beliefs, strict=True))
    return [
        replace(one, sentences=tuple(replace(each, belief=found.get(id(each))) for each in one.sentences))
        for one in documents
    ]


@dataclass(frozen=True, slots=True)
class Read:
    """What teachers say of a batch of b windows of m words.

    `tags`: [b, m, classes] a name; `arc` [b, m, m], `label` [b, m, relations], `mention` [b, m] bool,
    `link` [b, m, m], `sketch` [b, m, 256].
    """

    tags: dict[str, Tensor]
    arc: Tensor
    label: Tensor
    mention: Tensor
    link: Tensor
    sketch: Tensor

    def of(self, row: int, words: slice) -> Belief:
        """Return the belief on the words of one sentence in a row of the batch."""
        size = words.stop - words.start
        shares, heads = self.arc[row, words, words].topk(min(HEADS, size))
        link_shares, antecedents = self.link[row, words].topk(LINKS)
        back = (torch.arange(words.start, words.stop)[:, None] - antecedents) * (link_shares > 0)
        unused = (0, HEADS - min(HEADS, size))
        return Belief(
            tags={name: held[row, words].half().numpy() for name, held in self.tags.items()},
            heads=pad(heads, unused).short().numpy(),
            head_shares=pad(shares / shares.sum(-1, keepdim=True), unused).half().numpy(),
            label=self.label[row, words].half().numpy(),
            mention=self.mention[row, words].numpy(),
            links=back.short().numpy(),
            link_shares=link_shares.half().numpy(),
            sketch=self.sketch[row, words].half().numpy(),
        )


@torch.inference_mode()
def of_batch(batch: Batch, council: Council) -> list[list[Belief]]:
    """Return what the teachers believe on average, for each window and each sentence in it."""
    teachers = council.teachers
    outputs = [in_half(teacher, *batch.inputs) for teacher in teachers]
    tags = {name: mean([getattr(one, name) for one in outputs]) for name in TAGGED}
    together = (batch.sentence[:, :, None] == batch.sentence[:, None, :]) & batch.words[:, None, :]
    arc = mean([one.arc.masked_fill(~together, FAR) for one in outputs])
    best = arc.argmax(-1)
    label = mean([relations(*pair, best) for pair in zip(teachers, outputs, strict=True)])
    mention = (mean([one.kind for one in outputs]).argmax(-1) > 0) & batch.words
    pairs = torch.tril(mention[:, :, None] & mention[:, None, :], -1)
    scores = [teacher.antecedents(one.words) for teacher, one in zip(teachers, outputs, strict=True)]
    link = mean([pad(score.masked_fill(~pairs, FAR), (1, 0)) for score in scores])[..., 1:] * pairs
    read = Read(tags, arc, label, mention, link, council.sketcher(side_by_side(outputs)))
    return [[read.of(row, words) for words in spans(batch.sentence[row])] for row in range(len(batch.ids))]


def mean(scores: list[Tensor]) -> Tensor:
    """Return the mean of the probabilities that several scores give."""
    return torch.stack([score.softmax(-1) for score in scores]).mean(0)


def relations(teacher: Network, outputs: Outputs, heads: Tensor) -> Tensor:
    """Return a teacher's scores of the relations to these heads."""
    return label_scores(teacher.label_weights, outputs.lab_dep, outputs.lab_head, heads)


def spans(sentence: Tensor) -> list[slice]:
    """Return the words of each sentence of a window, from the numbers of its words' sentences."""
    sizes = sentence[sentence >= 0].bincount().tolist()
    ends = torch.tensor(sizes).cumsum(0).tolist()
    return [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]


if __name__ == "__main__":
    main()
