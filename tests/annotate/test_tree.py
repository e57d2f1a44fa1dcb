"""Every matrix of scores gives a well-formed tree, and none scores higher."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eventgraph.annotate.tree import decode

SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float32, (n, n), elements=st.integers(-20, 20).map(float), unique=False)
)


def is_tree(heads: list[int]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return len(roots) == 1


@given(SCORES)
def test_single_rooted_tree(scores: np.ndarray) -> None:
    assert is_tree(decode(scores).tolist())


@settings(max_examples=60)
@given(SCORES)
def test_best_tree_for_its_root(scores: np.ndarray) -> None:
    heads = decode(scores).tolist()
    root = next(i for i, head in enumerate(heads) if head == i)

    def total(tree: list[int]) -> float:
        return float(sum(scores[i, head] for i, head in enumerate(tree)))

    trees = (list(t) for t in product(range(len(heads)), repeat=len(heads)))
    best = max(total(t) for t in trees if t[root] == root and is_tree(t))
    assert total(heads) == best
