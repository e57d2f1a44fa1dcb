"""The label tensor in fewer numbers: both its sides projected to where the words' features vary.

A Tucker decomposition by singular values (De Lathauwer et al. 2000), the features' covariance weighing the
directions: 48 of 101 change half a percent of the labels and their accuracy by .04 points (GUM dev).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

RANK = 48
RIDGE = 1e-4


@dataclass(frozen=True, slots=True)
class Relations:
    """`lab_dep`, `lab_head` [101, 48]: projections of the two roles; `core` [relations, 48, 48] between."""

    lab_dep: Tensor
    lab_head: Tensor
    core: Tensor


def reduce_relations(weights: Tensor, lab_dep: Tensor, lab_head: Tensor) -> Relations:
    """Return the tensor [relations, 101, 101] reduced, by the features of some words, each [words, 101]."""
    dependents, left = projection(lab_dep, weights.permute(1, 0, 2).flatten(1))
    governors, right = projection(lab_head, weights.permute(2, 0, 1).flatten(1))
    return Relations(dependents, governors, torch.einsum("al,rlk,bk->rab", left, weights, right))


def projection(features: Tensor, unfolded: Tensor) -> tuple[Tensor, Tensor]:
    """Return [101, 48], the directions that change the product with `unfolded` most, and the way back."""
    spread = features.T @ features / len(features) + RIDGE * torch.eye(features.size(1))
    root = torch.linalg.cholesky(spread)
    directions = torch.linalg.svd(root.T @ unfolded, full_matrices=False).U[:, :RANK]
    return torch.linalg.solve(root.T, directions), directions.T @ root.T
