"""Mentions of one article joined to chains by the trained head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span, SpanGroup

from eventgraph.annotate.coreference.head import WIDTH, coreference_head, mention_inputs
from eventgraph.annotate.coreference.links import antecedents
from eventgraph.annotate.coreference.mentions import Candidate, find_mentions
from eventgraph.annotate.coreference.pairs import find_pairs
from eventgraph.annotate.coreference.traits import content_words, find_traits

PREFIX = "coref_clusters"
"""Chains are the span groups `coref_clusters_1`, `coref_clusters_2`, … as in spaCy's own coreference."""


class Links(NamedTuple):
    """The mentions of an article, and the number of the mention each refers back to, -1 for none."""

    mentions: list[Candidate]
    back: list[int]


def has_vectors(doc: Doc) -> bool:
    """Did our encoder leave its word vectors? Another pipeline's have another meaning."""
    shape: tuple[int, ...] = np.shape(doc.tensor)
    return shape == (len(doc), WIDTH)


def find_links(doc: Doc, voices: Sequence[str] | None = None) -> Links:
    """Return what each mention refers back to; `voices`, if known, says for each token who speaks it."""
    mentions = find_mentions(doc)
    if len(mentions) < 2:
        return Links(mentions, [-1] * len(mentions))
    traits = find_traits(doc, mentions, voices)
    pairs = find_pairs(traits, content_words(doc, mentions))
    scores, fresh = coreference_head()(mention_inputs(traits, np.asarray(doc.tensor, np.float32)), pairs)
    return Links(mentions, antecedents(scores, fresh, pairs, traits).tolist())


def roots(back: Sequence[int]) -> list[int]:
    """Return the first mention of each mention's chain."""
    first: list[int] = []
    for number, earlier in enumerate(back):
        first.append(number if earlier < 0 else first[earlier])
    return first


def chains(back: Sequence[int]) -> list[list[int]]:
    """Return the chains of two mentions and more, in the order of their first mentions."""
    found: dict[int, list[int]] = {}
    for number, first in enumerate(roots(back)):
        found.setdefault(first, []).append(number)
    return [chain for chain in found.values() if len(chain) > 1]


def write_chains(doc: Doc, links: Links) -> None:
    """Write the chains to `doc.spans`."""
    for number, chain in enumerate(chains(links.back), 1):
        spans = [Span(doc, links.mentions[k].start, links.mentions[k].end) for k in chain]
        doc.spans[f"{PREFIX}_{number}"] = SpanGroup(doc, name=f"{PREFIX}_{number}", spans=spans)
