"""The language model: one small encoder with a head for each layer of annotation, run by onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from eventgraph.annotate.bio import NameDecoder
from eventgraph.annotate.repeated_names import lean_on_repeats
from eventgraph.annotate.tree import decode
from eventgraph.annotate.windows import Window, cut, encode
from eventgraph.annotate.wordpiece import WordPieces

WEIGHTS = Path(__file__).parent / "weights"
OUTPUTS = ("upos", "xpos", "lemma", "start", "ner", "kind", "arc", "lab_dep", "lab_head", "words")
WIDTH = 384

# What the last word of a sentence may end with: within a line of news, none ends without.
ENDS = frozenset(".!?…:;\"'”’)]")

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Labels(NamedTuple):
    """What the numbers of each head mean."""

    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    deprel: list[str]
    ner: list[str]
    kind: list[str]


class Analysis(NamedTuple):
    """One number a word: label indices, `head` a word index (a root is its own head), `start` 0 or 1.

    `vectors` [words, 384] is what the encoder knows of each word in its context.
    """

    upos: Ints
    xpos: Ints
    lemma: Ints
    ner: Ints
    kind: Ints
    start: Ints
    head: Ints
    deprel: Ints
    vectors: Floats


class Network:
    """Analyses the words of one article; deterministic for the same article.

    Biaffine arcs and labels after Dozat and Manning (2017).
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.labels = Labels(**json.loads((folder / "labels.json").read_text("utf-8")))
        self._pieces = WordPieces(folder / "tokenizer.json")
        self._decode_names = NameDecoder(self.labels.ner)
        self._threads = ThreadpoolController()
        self._session = open_session(folder / "model.onnx")
        core: Floats = np.load(folder / "relations.npz")["core"].astype(np.float32)  # [labels, l, l]
        self._bilinear = np.ascontiguousarray(core.transpose(1, 0, 2).reshape(core.shape[1], -1))

    def __call__(self, words: Sequence[str], breaks: Sequence[bool]) -> Analysis:
        """Analyse `words`; a sentence surely begins wherever `breaks` is true (the first must be)."""
        # One thread a process: on busy cores a second one costs more than it brings.
        with self._threads.limit(limits=1):
            return self._analyse(words, breaks)

    def _analyse(self, words: Sequence[str], breaks: Sequence[bool]) -> Analysis:
        columns = {name: np.zeros(len(words), np.int64) for name in Analysis._fields if name != "vectors"}
        result = Analysis(**columns, vectors=np.zeros((len(words), WIDTH), np.float32))
        forced = np.array(breaks)
        ended = np.array([True, *(word[-1] in ENDS for word in words[:-1])])
        tags = np.zeros((len(words), len(self.labels.ner)), np.float32)
        pieces = self._pieces(words)
        for window in cut(pieces, words, breaks):
            outputs = self._session.run(OUTPUTS, encode(window, pieces, words)._asdict())
            scores = {name: output[0] for name, output in zip(OUTPUTS, outputs, strict=True)}
            self._fill(result, window, forced, ended, scores)
            tags[window.start : window.end] = scores["ner"]
        result.ner[:] = self._decode_names(lean_on_repeats(tags, words), result.start == 1)
        return result

    def _fill(
        self,
        result: Analysis,
        window: Window,
        forced: npt.NDArray[np.bool_],
        ended: npt.NDArray[np.bool_],
        out: dict[str, Floats],
    ) -> None:
        span = slice(window.start, window.end)
        for name in ("upos", "xpos", "lemma", "kind"):
            getattr(result, name)[span] = out[name].argmax(-1)
        starts = ((out["start"].argmax(-1) == 1) & ended[span]) | forced[span]
        starts[0] = True
        result.start[span] = starts
        heads = _heads(out["arc"], starts)
        result.head[span] = heads + window.start
        result.vectors[span] = out["words"]
        result.deprel[span] = self._deprels(out["lab_dep"], out["lab_head"], heads)

    def _deprels(self, dependent: Floats, head: Floats, heads: Ints) -> Ints:
        left = (dependent @ self._bilinear).reshape(len(heads), -1, head.shape[1])
        scores = np.einsum("ndk,nk->nd", left, head[heads])
        root = self.labels.deprel.index("root")
        is_root = heads == np.arange(len(heads))
        scores[~is_root, root] = -np.inf
        best: Ints = scores.argmax(-1)
        best[is_root] = root
        return best


def open_session(path: Path) -> ort.InferenceSession:
    """Return the network at `path`, to be run on one core."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # A sum and its norm apart: their fusion runs twice as long on a CPU (onnxruntime 1.31).
    return ort.InferenceSession(
        str(path), options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def _heads(arcs: Floats, starts: npt.NDArray[np.bool_]) -> Ints:
    heads = np.zeros(len(starts), np.int64)
    bounds = [*np.flatnonzero(starts).tolist(), len(starts)]
    for a, b in pairwise(bounds):
        heads[a:b] = decode(arcs[a:b, a:b]) + a
    return heads
