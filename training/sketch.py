"""Sketches: a word as larger networks see it, in few numbers, for the small one to tell from its own vector.

A hidden state teaches more than the labels that are read from it (Romero et al. 2015, "FitNets"; Jiao et al.
2020, "TinyBERT"). Vectors of several teachers stand side by side, and their principal components are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from training.belief import SKETCH


@dataclass(frozen=True, slots=True)
class Sketcher:
    """A projection of d numbers to 256: `centre` [d], `axes` [d, 256]."""

    centre: Tensor
    axes: Tensor

    @classmethod
    def of(cls, vectors: Tensor) -> Sketcher:
        """Return the projection to the main directions of the vectors [n, d], all variance there being 1."""
        centre = vectors.mean(0)
        variances, directions = torch.linalg.eigh(torch.cov((vectors - centre).T))
        kept = directions[:, -SKETCH:]
        return cls(centre, kept / variances[-SKETCH:].sum().sqrt())

    def __call__(self, vectors: Tensor) -> Tensor:
        """Return the sketches of vectors [.., d], [.., 256]."""
        return (vectors - self.centre) @ self.axes
