"""Coreference measures: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAFe (Luo 2005).

Mentions that a system finds and gold lacks, or the reverse, count as Pradhan et al. (2014) settled it:
nothing is added to or taken from either side. CoNLL F1 is the mean of the three F1 (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


@dataclass(slots=True)
class Tally:
    """Sums over texts: recall is `right / gold`, precision `hit / found`."""

    right: float = 0.0
    gold: float = 0.0
    hit: float = 0.0
    found: float = 0.0

    def add(self, recall: tuple[float, float], precision: tuple[float, float]) -> None:
        """Add one text's numerators and denominators."""
        self.right, self.gold = self.right + recall[0], self.gold + recall[1]
        self.hit, self.found = self.hit + precision[0], self.found + precision[1]

    @property
    def recall(self) -> float:
        """Share of gold that was found, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0 to 1."""
        return self.hit / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Scores:
    """The tallies of a corpus, text by text."""

    mentions: Tally = field(default_factory=Tally)
    muc: Tally = field(default_factory=Tally)
    b_cubed: Tally = field(default_factory=Tally)
    ceaf_e: Tally = field(default_factory=Tally)

    def add(self, gold: Clusters, found: Clusters) -> None:
        """Add one text; clusters are disjoint sets of mentions, singletons left out beforehand."""
        inside, said = frozenset().union(*gold), frozenset().union(*found)
        both = float(len(inside & said))
        self.mentions.add((both, len(inside)), (both, len(said)))
        self.muc.add(links(gold, found), links(found, gold))
        self.b_cubed.add(shares(gold, found), shares(found, gold))
        best = aligned(gold, found)
        self.ceaf_e.add((best, len(gold)), (best, len(found)))

    @property
    def conll(self) -> float:
        """Mean F1 of the three measures, 0 to 1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def links(keys: Clusters, answers: Clusters) -> tuple[float, float]:
    """Return MUC's links of the keys kept by the answers, and all their links."""
    home = owners(answers)
    kept = total = 0
    for key in keys:
        pieces = {home.get(mention, ("alone", mention)) for mention in key}
        kept += len(key) - len(pieces)
        total += len(key) - 1
    return float(kept), float(total)


def shares(keys: Clusters, answers: Clusters) -> tuple[float, float]:
    """Return B³'s sum over the keys' mentions of the share of the key found with it, and their number."""
    home = owners(answers)
    right = 0.0
    for key in keys:
        pieces = Counter(home[mention] for mention in key if mention in home)
        right += sum(count * count for count in pieces.values()) / len(key)
    return right, float(sum(map(len, keys)))


def aligned(gold: Clusters, found: Clusters) -> float:
    """Return CEAFe's total similarity (phi 4) of the best one-to-one alignment of clusters."""
    if not gold or not found:
        return 0.0
    similar = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold])
    rows, columns = linear_sum_assignment(-similar)
    return float(similar[rows, columns].sum())


def owners(clusters: Clusters) -> dict[Hashable, int]:
    """Return the number of each mention's cluster."""
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def as_clusters(chains: Iterable[Iterable[Hashable]]) -> list[frozenset[Hashable]]:
    """Return chains as clusters, without singletons."""
    return [cluster for chain in chains if len(cluster := frozenset(chain)) > 1]
