from __future__ import annotations

import random
from itertools import combinations

from eventgraph.graph import Graph
from eventgraph.view.drawing import load_drawing
from eventgraph.view.layout import make_layout, separate
from eventgraph.view.network import make_network


def test_boxes_end_up_beside_each_other() -> None:
    boxes = [(40.0, 20.0)] * 30
    places = separate([(float(i % 3), float(i % 5)) for i in range(30)], boxes)
    assert all(abs(ax - bx) >= 79 or abs(ay - by) >= 39 for (ax, ay), (bx, by) in combinations(places, 2))


def test_no_label_covers_another_at_the_first_look(graph: Graph) -> None:
    nodes = [node for node in make_network(graph.claims_all, load_drawing()).nodes if node["core"]]
    for one, other in combinations(nodes, 2):
        (aw, ah, adown), (bw, bh, bdown) = one["box"], other["box"]
        (ax, ay), (bx, by) = one["first"], other["first"]
        assert abs(ax - bx) >= aw + bw - 2 or abs(ay + adown - by - bdown) >= ah + bh - 2


def test_it_leaves_the_callers_dice_alone_and_does_not_depend_on_them() -> None:
    edges, boxes = [(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)], [(30.0, 20.0)] * 6
    random.seed(1)
    first, state = make_layout(edges, boxes), random.getstate()
    random.seed(2)
    assert make_layout(edges, boxes) == first
    random.seed(1)
    assert random.getstate() == state


def test_one_node_or_none() -> None:
    assert make_layout([], []) == [] and make_layout([], [(1.0, 1.0)]) == [(0, 0)]
