"""Windows: runs of whole sentences of one document, as long as the encoder is given at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eventgraph.annotate.shape import piece_shapes
from training.belief import Placed
from training.labels import IGNORED, Labels, base_relation, scripts_of
from training.pieces import END, START, WordPieces
from training.sentence import Document, Sentence
from training.tags import ANY

LONGEST = 160
"""Word pieces in a window, special tokens not counted; a longer sentence is a window by itself."""

HARD_LIMIT = 500
"""A sentence longer than the encoder's 512 positions is left out."""

Case = Callable[[str], str]


@dataclass(slots=True)
class Window:
    """One window as integers. Lists of `ids` and `shape` run over pieces, all others over words.

    `beliefs` are those of its sentences that have any.
    """

    ids: list[int]
    shape: list[int]
    first: list[int]
    sentence: list[int]
    start: list[int]
    head: list[int]
    label: list[int]
    upos: list[int]
    xpos: list[int]
    lemma: list[int]
    kind: list[int]
    ner: list[list[bool]]
    chain: list[int]
    beliefs: Placed


def cut(document: Document, pieces: WordPieces, longest: int = LONGEST) -> Iterator[list[Sentence]]:
    """Yield the document's sentences in runs of at most `longest` pieces."""
    run: list[Sentence] = []
    filled = 0
    for sentence in document.sentences:
        size = sum(len(pieces(form)) for form in sentence.forms)
        if size > HARD_LIMIT:
            continue
        if run and filled + size > longest:
            yield run
            run, filled = [], 0
        run.append(sentence)
        filled += size
    if run:
        yield run


def draw_case(rng: random.Random) -> Case:
    """Return how a drawn window is written: 4% upper-case, 4% lower, 3% title, else as it stands."""
    choices: list[Case] = [str.upper, str.lower, str.title, str]
    return rng.choices(choices, weights=[4, 4, 3, 89])[0]


class Encoder:
    """Turns sentences into windows of integers."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.pieces = WordPieces()
        self._ids = {name: {label: i for i, label in enumerate(held)} for name, held in vars(labels).items()}

    def __call__(self, sentences: list[Sentence], case: Case = str) -> Window:
        """Return the window of some sentences, its words rewritten by `case` (gold values stay)."""
        window = Window([START], [0], *([] for _ in range(12)))
        for number, sentence in enumerate(sentences):
            offset = len(window.first)
            self._add_words(window, sentence, number, case)
            self._add_tree(window, sentence, offset)
            self._add_names(window, sentence)
            if sentence.belief:
                window.beliefs.append((offset, sentence.belief))
        window.chain += numbered(
            [chain for sentence in sentences for chain in sentence.chains or [""] * len(sentence.forms)]
        )
        window.ids.append(END)
        window.shape.append(0)
        return window

    def _add_words(self, window: Window, sentence: Sentence, number: int, case: Case) -> None:
        for form in sentence.forms:
            ids = self.pieces(form)
            window.first.append(len(window.ids))
            window.ids += ids
            window.shape += piece_shapes(case(form), len(ids))
            window.sentence.append(number)

    def _add_tree(self, window: Window, sentence: Sentence, offset: int) -> None:
        tree = sentence.syntax
        if tree is None:
            for held in (window.start, window.head, window.label, window.upos, window.xpos, window.lemma):
                held += [IGNORED] * len(sentence.forms)
            return
        window.start += [1] + [0] * (len(sentence.forms) - 1)
        window.head += [offset + head for head in tree.heads]
        known = self._ids["deprel"]
        window.label += [known[base_relation(label, known)] for label in tree.deprels]
        window.upos += [self._ids["upos"].get(tag, IGNORED) for tag in tree.upos]
        window.xpos += [self._ids["xpos"].get(tag, IGNORED) for tag in tree.xpos]
        scripts = scripts_of(sentence.forms, tree)
        window.lemma += [self._ids["lemma"].get(script, IGNORED) for script in scripts]

    def _add_names(self, window: Window, sentence: Sentence) -> None:
        names = sentence.names or (ANY,) * len(sentence.forms)
        window.ner += [[tag in allowed for tag in self.labels.ner] for allowed in names]
        kinds = sentence.kinds or ("",) * len(sentence.forms)
        window.kind += [self._ids["kind"].get(kind, IGNORED) for kind in kinds]


def numbered(chains: list[str]) -> list[int]:
    """Return a number a chain, -1 where there is none."""
    numbers = {"": -1}
    return [numbers.setdefault(chain, len(numbers)) for chain in chains]
