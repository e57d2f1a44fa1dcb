"""From arc scores to a well-formed tree with a single root."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def decode(scores: Floats) -> Ints:
    """Heads of one sentence; the root is its own head.

    `scores[d, h]` is the score of word h as head of word d, its diagonal that of being the root.
    The greedy choice is kept where it is a tree; else the maximum spanning arborescence is found
    (Chu and Liu 1965; Edmonds 1967).
    """
    n = len(scores)
    diagonal = scores.diagonal().copy()
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    root = int(np.argmax(diagonal - others.max(axis=1))) if n > 1 else 0
    heads: Ints = others.argmax(axis=1).astype(np.int64)
    heads[root] = root
    if not _cycle(heads.tolist(), root):
        return heads
    others[root] = -np.inf
    heads = _arborescence(others, root)
    heads[root] = root
    return heads


def _cycle(heads: list[int], root: int) -> list[int]:
    """Return the words of one cycle, or none."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _arborescence(scores: Floats, root: int) -> Ints:
    heads: Ints = scores.argmax(axis=1).astype(np.int64)
    heads[root] = root
    cycle = _cycle(heads.tolist(), root)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    # Contract the cycle to one node, the last; entering it at word w breaks w's arc in the cycle.
    gain = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    enter, leave = gain.argmax(axis=0), scores[np.ix_(outside, inside)].argmax(axis=1)
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf, scores.dtype)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = gain.max(axis=0)
    small[:-1, -1] = scores[np.ix_(outside, inside)].max(axis=1)
    chosen = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    for i, word in enumerate(outside):
        head = int(chosen[i])
        heads[word] = inside[leave[i]] if head == len(outside) else outside[head]
    entry = int(chosen[-1])
    heads[inside[enter[entry]]] = outside[entry]
    return heads
