"""Where the nodes stand: computed once, when the page is made, and the same every time."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import igraph

Point = tuple[float, float]
Box = tuple[float, float]  # half the width and half the height in pixels that a node and its label take

SPREAD = 110  # pixels of the drawing's side for the square root of the number of nodes
ASPECT = 1.3  # width to height: screens are wide, and so are labels
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
ROUNDS, PUSHES = 300, 60_000  # at most so many rounds, and so many rounds times nodes


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
    places = [list(point) for point in points]
    tallest = 2 * max(height for _, height in boxes)
    for _ in range(min(ROUNDS, PUSHES // len(boxes))):
        order = sorted(range(len(places)), key=lambda i: (places[i][1], places[i][0], i))
        if not sum(_push(places, boxes, order, rank, tallest) for rank in range(len(order))):
            break
    return [(x, y) for x, y in places]


def _push(
    places: list[list[float]], boxes: Sequence[Box], order: list[int], rank: int, tallest: float
) -> bool:
    """Push the node at `rank` in the order from top to bottom away from the ones just below it."""
    one, moved = order[rank], False
    for other in order[rank + 1 :]:
        dx, dy = places[other][0] - places[one][0], places[other][1] - places[one][1]
        if dy > tallest:
            break
        over = (boxes[one][0] + boxes[other][0] - abs(dx), boxes[one][1] + boxes[other][1] - abs(dy))
        if min(over) > 0.5:
            axis = 0 if over[0] < over[1] else 1
            shift = math.copysign(over[axis] / 2 + 0.5, (dx, dy)[axis])
            places[one][axis] -= shift
            places[other][axis] += shift
            moved = True
    return moved
