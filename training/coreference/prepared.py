"""Annotated texts as arrays, ready to train on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from eventgraph.annotate.coreference.head import mention_inputs
from eventgraph.annotate.coreference.mentions import Candidate, find_mentions
from eventgraph.annotate.coreference.pairs import Pairs, find_pairs
from eventgraph.annotate.coreference.traits import Traits, content_words, find_traits
from training.coreference.gold import Chain

Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class Prepared:
    """A text's mentions and pairs. `cluster` [n] is each mention's gold chain, -1 for none."""

    name: str
    mentions: list[Candidate]
    traits: Traits
    inputs: npt.NDArray[np.float32]
    pairs: Pairs
    cluster: Ints
    gold: tuple[Chain, ...]


def prepare(name: str, doc: Doc, chains: Sequence[Chain], voices: Sequence[str] | None = None) -> Prepared:
    """Return the arrays of an annotated text."""
    mentions = find_mentions(doc)
    traits = find_traits(doc, mentions, voices)
    pairs = find_pairs(traits, content_words(doc, mentions))
    inputs = mention_inputs(traits, np.asarray(doc.tensor, np.float32))
    return Prepared(
        name, mentions, traits, inputs, pairs, gold_clusters(doc, mentions, chains), tuple(chains)
    )


def gold_clusters(doc: Doc, mentions: Sequence[Candidate], chains: Sequence[Chain]) -> Ints:
    """Return each mention's chain: that of its very span, else of a gold span with the same head word."""
    exact = {span: number for number, chain in enumerate(chains) for span in chain}
    headed: dict[int, int] = {}
    spans = {(one.start, one.end) for one in mentions}
    for (start, end), number in exact.items():
        if (start, end) not in spans:
            headed.setdefault(doc[start:end].root.i, number)
    return np.array(
        [exact.get((one.start, one.end), -1 if one.joint else headed.get(one.head, -1)) for one in mentions],
        np.int64,
    )
