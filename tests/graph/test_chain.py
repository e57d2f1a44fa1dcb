"""The shortest chain, against a breadth-first search over graphs made up at random."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.graph.ready import ready_queries

from .factory import communication, entity, graph_of

PEOPLE = [entity(f"Person {letter}") for letter in "ABCDEFGHIJ"]
CHAIN = ready_queries()["shortest-chain"]
FARTHEST = 6
PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=40, deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=14))
def test_it_is_as_short_as_a_search_finds(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(*(communication("met", PEOPLE[a], PEOPLE[b]) for a, b in pairs))
    known = nx.Graph((PEOPLE[a].name, PEOPLE[b].name) for a, b in pairs)
    start, end = "Person A", "Person B"
    near = known.has_node(start) and known.has_node(end) and nx.has_path(known, start, end)
    steps = nx.shortest_path_length(known, start, end) if near else FARTHEST + 1
    rows = graph.query(CHAIN.fill({"from": start, "to": end}))
    assert [row["steps"] for row in rows] == ([steps] if steps <= FARTHEST else [])
    for row in rows:
        names = str(row["chain"]).split(" – ")
        assert (names[0], names[-1], len(names)) == (start, end, steps + 1)
        assert all(known.has_edge(one, other) for one, other in pairwise(names))


def test_six_steps_are_gone_and_not_seven() -> None:
    line = graph_of(*(communication("met", a, b) for a, b in pairwise(PEOPLE)))
    (row,) = line.query(CHAIN.fill({"from": "Person A", "to": "Person G"}))
    assert row["steps"] == FARTHEST and str(row["chain"]).count("Person") == FARTHEST + 1
    assert not line.query(CHAIN.fill({"from": "Person A", "to": "Person H"}))
