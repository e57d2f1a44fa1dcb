"""Score predictions against gold: the same measures during training and for the shipped model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from eventgraph.annotate.bio import NameDecoder
from eventgraph.annotate.known_lemmas import lemma_of
from eventgraph.annotate.repeated_names import lean_on_repeats
from eventgraph.annotate.tree import decode
from training.batches import Batch, make_batch
from training.labels import IGNORED
from training.loss import FAR
from training.network import Outputs, label_scores
from training.sentence import Document, Sentence
from training.tags import Allowed, Span, spans_of
from training.windows import Encoder, cut

Predict = Callable[[Batch], Outputs]
Figures = dict[str, float]


class Scorer:
    """Adds up hits over documents. `types` are the name types the corpus marks."""

    def __init__(self, encoder: Encoder, label_weights: Tensor, types: tuple[str, ...]) -> None:
        self.encoder = encoder
        self.label_weights = label_weights
        self.types = types
        self._root = encoder.labels.deprel.index("root")
        self._decode_names = NameDecoder(encoder.labels.ner)
        self.counts: Counter[str] = Counter()

    def add(self, document: Document, predict: Predict) -> None:
        """Predict one document, a window at a time (int8 results depend on batch-mates), and count."""
        runs = list(cut(document, self.encoder.pieces))
        names: list[Tensor] = []
        for run in runs:
            batch = make_batch([self.encoder(run)])
            outputs = predict(batch)
            self._add_tags(outputs, batch)
            self._add_tree(outputs, batch)
            self._add_lemmas(run, outputs.lemma[0].argmax(-1), outputs.upos[0].argmax(-1))
            names.append(outputs.ner[0][: int(batch.words.sum())])
        if runs:
            self._add_names([sentence for run in runs for sentence in run], torch.cat(names).numpy())

    def figures(self) -> Figures:
        """Return percentages: accuracies by words, F1 elsewhere; only what the gold data has."""
        counts = self.counts
        figures: Figures = {}
        for name in sorted({key.split("=")[0] for key in counts}):
            if words := counts[f"{name}=of"]:
                figures[name] = 100 * counts[f"{name}=hit"] / words
            elif gold := counts[f"{name}=gold"]:
                figures[name] = 200 * counts[f"{name}=hit"] / (gold + counts[f"{name}=found"])
        return {name: round(figure, 2) for name, figure in figures.items()}

    def _share(self, name: str, right: Tensor, known: Tensor) -> None:
        self.counts[f"{name}=hit"] += int((right & known).sum())
        self.counts[f"{name}=of"] += int(known.sum())

    def _f1(self, name: str, hit: int, gold: int, found: int) -> None:
        self.counts.update({f"{name}=hit": hit, f"{name}=gold": gold, f"{name}=found": found})

    def _add_tags(self, outputs: Outputs, batch: Batch) -> None:
        for name in ("upos", "xpos"):
            gold = getattr(batch, name)
            self._share(name, getattr(outputs, name).argmax(-1) == gold, gold != IGNORED)
        for name in ("start", "kind"):
            gold, found = getattr(batch, name), getattr(outputs, name).argmax(-1)
            asked = gold != IGNORED
            hit = (found == gold) & (gold > 0)
            self._f1(name, int(hit.sum()), int((gold > 0).sum()), int(((found > 0) & asked).sum()))

    def _add_tree(self, outputs: Outputs, batch: Batch) -> None:
        """The best tree with one root for each gold sentence; rare relations count as their base."""
        heads = torch.zeros_like(batch.head)
        for number in range(int(batch.sentence.max()) + 1):
            inside = torch.nonzero(batch.sentence[0] == number)[:, 0]
            first, last = int(inside[0]), int(inside[-1]) + 1
            best = decode(outputs.arc[0, first:last, first:last].numpy())
            heads[0, first:last] = torch.from_numpy(best) + first
        scores = label_scores(self.label_weights, outputs.lab_dep, outputs.lab_head, heads)
        is_root = heads == torch.arange(heads.size(1))
        scores[..., self._root] = torch.where(is_root, -FAR, FAR)
        known = batch.head != IGNORED
        self._share("uas", heads == batch.head, known)
        self._share("las", (heads == batch.head) & (scores.argmax(-1) == batch.label), known)

    def _add_lemmas(self, run: list[Sentence], scripts: Tensor, classes: Tensor) -> None:
        """Lemmas as the package gives them: script, irregular forms, known lemmas."""
        labels = self.encoder.labels
        found = zip(scripts.tolist(), classes.tolist(), strict=True)
        for sentence in run:
            lemmas = sentence.syntax.lemmas if sentence.syntax else ("_",) * len(sentence.forms)
            for form, lemma, (script, upos) in zip(sentence.forms, lemmas, found, strict=False):
                if lemma != "_" or (form == "_" and sentence.syntax):
                    self.counts["lemma=of"] += 1
                    self.counts["lemma=hit"] += (
                        lemma_of(form, labels.upos[upos], labels.lemma[script]) == lemma
                    )

    def _add_names(self, sentences: list[Sentence], scores: npt.NDArray[np.float32]) -> None:
        """Names of a document by the best well-formed tags of each sentence, as the package finds them."""
        forms = [form for sentence in sentences for form in sentence.forms]
        starts = np.array([i == 0 for sentence in sentences for i in range(len(sentence.forms))])
        found = self._decode_names(lean_on_repeats(scores, forms), starts)
        tags = [self.encoder.labels.ner[tag] for tag in found]
        for sentence in sentences:
            own, tags = tags[: len(sentence.forms)], tags[len(sentence.forms) :]
            if sentence.names:
                self._compare(set(gold_spans(sentence.names)), set(spans_of(own)))

    def _compare(self, gold: set[Span], found: set[Span]) -> None:
        for type_ in self.types:
            right, said = (({span for span in spans if span[2] == type_}) for spans in (gold, found))
            for name in (f"ner_{type_}", "ner"):
                self._f1(name, len(right & said), len(right), len(said))


def gold_spans(names: tuple[Allowed, ...]) -> Iterator[Span]:
    """Yield the spans of a fully marked sentence."""
    yield from spans_of(["O" if "O" in allowed else min(allowed) for allowed in names])


@torch.inference_mode()
def measure(documents: list[Document], scorer: Scorer, predict: Predict) -> Figures:
    """Return the figures of a corpus."""
    for document in documents:
        scorer.add(document, predict)
    return scorer.figures()
