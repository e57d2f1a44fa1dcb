"""The trained head: how well each mention refers back to each earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from eventgraph.annotate.coreference.pairs import OFFSETS, Pairs
from eventgraph.annotate.coreference.pairs import SIZES as SIZES_OF_CODES
from eventgraph.annotate.coreference.traits import Traits
from eventgraph.annotate.coreference.values import FORMS, GENDERS, NUMBERS, ROLES, TYPES

WEIGHTS = Path(__file__).parents[1] / "weights" / "coreference.npz"
WIDTH = 384
"""Numbers in a word vector."""
LONGEST = 13
SOFT = 4.0
"""A biaffine score of this size counts as clear."""
SIZES = {
    "form": len(FORMS), "gender": len(GENDERS), "number": len(NUMBERS), "type": len(TYPES),
    "role": len(ROLES), "length": LONGEST, "reflexive": 2, "title": 2,
}  # fmt: skip
TRAITS = sum(SIZES.values()) + 2
TOGETHER = ((0, 2), (2, 3), (3, 5), (5, 6), (6, 7), (7, 8), (8, 11))
"""Runs of a pair's codes that are looked up at once."""

Floats = npt.NDArray[np.float32]


def mention_inputs(traits: Traits, vectors: Floats) -> Floats:
    """Return what the head reads of each mention, [n, 384 + TRAITS]: its head's word vector and traits."""
    n = len(traits.head)
    parts = [vectors[traits.head]]
    for name, size in SIZES.items():
        parts.append(np.eye(size, dtype=np.float32)[getattr(traits, name)])
    parts.append(np.stack([traits.quoter >= 0, traits.entity >= 0], axis=1).astype(np.float32).reshape(n, 2))
    return np.concatenate(parts, axis=1)


class CoreferenceHead:
    """Scores by one hidden layer; all that depends on one mention alone is computed once a mention."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        with np.load(path) as held:
            self._w: dict[str, Floats] = {name: held[name].astype(np.float32) for name in held.files}
        self._tables = list(_joined(self._w["codes"]))
        self._threads = ThreadpoolController()

    def __call__(self, mentions: Floats, pairs: Pairs) -> tuple[Floats, Floats]:
        """Return the score of each pair, [p], and of each mention being new, [n]."""
        with self._threads.limit(limits=1):
            return self._score(mentions, pairs)

    def _score(self, mentions: Floats, pairs: Pairs) -> tuple[Floats, Floats]:
        w, later, earlier = self._w, pairs.later, pairs.earlier
        hidden = (mentions @ w["later"] + w["later_bias"])[later]
        hidden += (mentions @ w["earlier"])[earlier]
        alike = (mentions @ w["left"] + w["left_bias"])[later]
        alike *= (mentions @ w["right"] + w["right_bias"])[earlier]
        hidden += alike @ w["product"]
        linked = self._linked(mentions[:, :WIDTH], pairs)
        hidden += np.tanh(linked / SOFT)[:, None] * w["linked"]
        hidden += pairs.flags @ w["flags"]
        for (first, last), table in zip(TOGETHER, self._tables, strict=True):
            row = np.zeros(len(later), np.int64)
            for k in range(first, last):
                row = row * SIZES_OF_CODES[k] + pairs.codes[:, k] - OFFSETS[k]
            hidden += table[row]
        scores = np.maximum(hidden, 0) @ w["score"] + w["score_bias"] + w["share"] * linked[:, None]
        fresh = (
            np.maximum(mentions @ w["fresh"] + w["fresh_bias"], 0) @ w["fresh_score"] + w["fresh_score_bias"]
        )
        return scores[:, 0], fresh[:, 0]

    def _linked(self, words: Floats, pairs: Pairs) -> Floats:
        """Return what the encoder learned of each pair, [p]: a biaffine product of two word vectors."""
        w = self._w
        back = _gelu(words @ w["link_later"] + w["link_later_bias"]) @ w["linking"][:-1] + w["linking"][-1]
        ahead = _gelu(words @ w["link_earlier"] + w["link_earlier_bias"])
        linked: Floats = np.einsum("pk,pk->p", back[pairs.later], ahead[pairs.earlier])
        return linked


def _gelu(values: Floats) -> Floats:
    """Return the Gaussian error linear unit of `values`, by its usual approximation."""
    bent: Floats = np.tanh(0.7978845608 * values * (1 + 0.044715 * values * values))
    return values * 0.5 * (1 + bent)


def _joined(codes: Floats) -> Iterator[Floats]:
    """Yield one table for each run of codes: a row for each of their combinations."""
    for first, last in TOGETHER:
        table = np.zeros((1, codes.shape[1]), np.float32)
        for k in range(first, last):
            own = codes[OFFSETS[k] : OFFSETS[k + 1]]
            table = (table[:, None, :] + own[None, :, :]).reshape(-1, codes.shape[1])
        yield table


@cache
def coreference_head() -> CoreferenceHead:
    """Return the shipped head; its weights are read once a process."""
    return CoreferenceHead()
