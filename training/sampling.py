"""Which windows an epoch trains on, and in which batches: a pure function of the seed and the epoch."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass

from training.batches import STEP
from training.pieces import WordPieces
from training.renaming import Names, rename
from training.sentence import Document, Sentence
from training.windows import Case, cut, draw_case

SHARES = {
    "gum": 1.0,
    "ewt": 1.2,
    "politics": 2.0,
    "wikigold": 1.0,
    "tweets": 0.2,
    "passages": 0.25,
    "questions": 0.5,
    "news": 0.25,
}
"""How much of each corpus an epoch draws: all of the trees, little of what is far from news."""

BELIEVED_SHARES = {
    "gum": 1.0,
    "ewt": 1.0,
    "politics": 1.0,
    "wikigold": 0.6,
    "tweets": 0.8,
    "passages": 1.0,
    "questions": 1.0,
    "news": 1.0,
}
"""The same where larger networks have read it all: more of the texts that nobody has annotated."""

RENAMED_SHARES = {"gum renamed": 0.3, "ewt renamed": 0.5, "politics renamed": 1.0, "wikigold renamed": 0.4}
"""What is drawn besides while names are exchanged."""

LENGTHS = (60, 110, 160, 160)
"""Window lengths an epoch draws from: at run time a window may be a short paragraph."""

BUDGET = 2560
"""Word pieces in a batch, padding included: 16 windows of 160."""

POOL = 640
"""Windows among which batches are formed by length."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A window to encode: its sentences, how its words are written, and its length in pieces."""

    sentences: list[Sentence]
    case: Case
    size: int

    @classmethod
    def of(cls, sentences: list[Sentence], pieces: WordPieces, case: Case = str) -> Draw:
        """Return a window of these sentences."""
        size = sum(len(pieces(form)) for sentence in sentences for form in sentence.forms)
        return cls(sentences, case, size)


def draw_epoch(
    corpora: dict[str, list[Document]],
    names: Names,
    pieces: WordPieces,
    epoch: int,
    seed: int,
    share: float,
    budget: int = BUDGET,
    shares: Mapping[str, float] = SHARES,
) -> list[list[Draw]]:
    """Return the batches of one epoch, shuffled, a `share` of names exchanged for those of `names`.

    `shares`: how much of each corpus is drawn; nothing of those it does not name.
    """
    rng = random.Random(f"{seed}-{epoch}")
    draws = [
        Draw.of(run, pieces, draw_case(rng))
        for name, documents in corpora.items()
        for document in pick(documents, shares.get(name, 0), rng)
        for whole in cut(document, pieces, rng.choice(LENGTHS))
        for run in [rename(whole, names, share, rng)]
    ]
    rng.shuffle(draws)
    pools = (draws[start : start + POOL] for start in range(0, len(draws), POOL))
    batches = [batch for pool in pools for batch in by_length(pool, budget)]
    rng.shuffle(batches)
    return batches


def pick(documents: list[Document], share: float, rng: random.Random) -> list[Document]:
    """Return a random share of the documents; a share over 1 repeats them."""
    return rng.sample(documents * math.ceil(share), round(share * len(documents)))


def by_length(pool: list[Draw], budget: int) -> list[list[Draw]]:
    """Return the pool in batches of similar length, each within the budget (or a single long window)."""
    batches: list[list[Draw]] = [[]]
    for draw in sorted(pool, key=lambda draw: draw.size):
        width = -(-(draw.size + 2) // STEP) * STEP
        if batches[-1] and width * (len(batches[-1]) + 1) > budget:
            batches.append([])
        batches[-1].append(draw)
    return batches
