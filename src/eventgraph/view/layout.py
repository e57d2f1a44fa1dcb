"""Where the nodes stand: computed once, when the page is made, and the same every time."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import igraph
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Box = tuple[float, float]  # half the width and half the height in pixels that a node and its label take

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

SPREAD = 110  # pixels of the drawing's side for the square root of the number of nodes
ASPECT = 1.3  # width to height: screens are wide, and so are labels
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
ROUNDS, PUSHES = 400, 60_000  # at most so many rounds, and so many rounds times nodes


def make_layout(
    edges: Sequence[tuple[int, int, float]], boxes: Sequence[Box], start: Sequence[Point] | None = None
) -> list[tuple[int, int]]:
    """Return a place in whole pixels for each of `boxes`, which do not overlap (see `separate`).

    `edges` are pairs of indices with a weight. Fruchterman and Reingold (1991), from the points in `start`
    or, without them, from a spiral that has the first nodes in its middle.
    """
    count = len(boxes)
    if count < 2:
        return [(0, 0)] * count
    points = stretch(draw(edges, list(start or spiral(count))))
    return [(round(x), round(y)) for x, y in separate(points, boxes)]


def spiral(count: int) -> list[Point]:
    """Return evenly spread points on a disc, the first in the middle (a sunflower's pattern)."""
    return [
        (math.sqrt(i) * math.cos(i * GOLDEN_ANGLE), math.sqrt(i) * math.sin(i * GOLDEN_ANGLE))
        for i in range(count)
    ]


def draw(edges: Sequence[tuple[int, int, float]], start: list[Point]) -> list[Point]:
    """Return the force-directed layout. A weak spring to the middle keeps what is not connected near."""
    count = len(start)
    springs = [*edges, *((i, count, 0.15) for i in range(count))]
    graph = igraph.Graph(count + 1, [(a, b) for a, b, _ in springs])
    igraph.set_random_number_generator(random.Random(0))
    try:
        layout = graph.layout_fruchterman_reingold(
            weights=[weight for *_, weight in springs], seed=[*start, (0.0, 0.0)], niter=500
        )
    finally:
        igraph.set_random_number_generator(random)
    return [(x, y) for x, y in layout.coords[:count]]


def stretch(points: list[Point]) -> list[Point]:
    """Scale to SPREAD·√n pixels high and ASPECT times as wide, around the middle."""
    height = SPREAD * math.sqrt(len(points))
    xs, ys = (even(values) for values in zip(*points, strict=True))
    return [(x * height * ASPECT, y * height) for x, y in zip(xs, ys, strict=True)]


def even(values: Sequence[float]) -> list[float]:
    """Map to -0.5 … 0.5, half by size and half by rank: crowds are loosened, and gaps closed."""
    low, span, last = min(values), (max(values) - min(values)) or 1, len(values) - 1
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    rank = {i: place for place, i in enumerate(order)}
    return [((value - low) / span + rank[i] / last) / 2 - 0.5 for i, value in enumerate(values)]


def separate(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Push overlapping boxes apart, each along the axis where they overlap least, until none do.

    With more than some hundred nodes a few overlaps may stay: finding a place for all takes too long.
    """
    halves = np.array(boxes, dtype=float)
    # Some pixels aside, so that nodes in one place part in different directions.
    places = np.array(points, dtype=float) + 5 * np.array(spiral(len(points)))
    tallest = 2 * float(halves[:, 1].max())
    for _ in range(min(ROUNDS, PUSHES // len(boxes))):
        order = np.lexsort((np.arange(len(places)), places[:, 0], places[:, 1]))
        now = places[order]
        moved = _round(now, halves[order], tallest)
        places[order] = now
        if not moved:
            break
    return [(float(x), float(y)) for x, y in places]


def _round(places: Array, halves: Array, tallest: float) -> bool:
    """Push every two of `places`, sorted from top to bottom, that are near, once. Was there any to push?"""
    moved = False
    for step in range(1, len(places)):
        near = np.flatnonzero(places[step:, 1] - places[:-step, 1] <= tallest)
        if not len(near):
            break
        # In each half no node is in two pairs, so that none is pushed twice at a time.
        for half in (0, 1):
            moved |= _push(places, halves, near[near // step % 2 == half], step)
    return moved


def _push(places: Array, halves: Array, upper: Indices, step: int) -> bool:
    """Push each node in `upper`, numbers in the order from top to bottom, and the one `step` on apart."""
    apart = places[upper + step] - places[upper]
    over = halves[upper] + halves[upper + step] - np.abs(apart)
    hit = (over > 0.5).all(axis=1)
    if not hit.any():
        return False
    axis = np.where(over[hit, 0] < over[hit, 1], 0, 1)
    row = np.arange(len(axis))
    shift = np.copysign(over[hit][row, axis] / 2 + 0.5, apart[hit][row, axis])
    one = upper[hit]
    places[one, axis] -= shift
    places[one + step, axis] += shift
    return True
