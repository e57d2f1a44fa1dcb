"""Cytoscape JSON, read by `json` and by NetworkX."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from eventgraph.export.cytoscape import write_cytoscape
from eventgraph.export.property_graph import PropertyGraph, Value

from .corpus import SHAPED

cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


def listed(record: dict[str, Value]) -> dict[str, object]:
    """JSON knows no tuples."""
    return {name: [*value] if isinstance(value, tuple) else value for name, value in record.items()}


@cases
def test_elements_are_our_records(shaped: PropertyGraph) -> None:
    elements = json.loads(write_cytoscape(shaped))["elements"]
    assert [one["data"] for one in elements["nodes"]] == [
        {**listed(node.record()), "name": node.label} for node in shaped.nodes
    ]
    assert [one["data"] for one in elements["edges"]] == [
        {**listed(edge.record()), "interaction": edge.relation} for edge in shaped.edges
    ]


@cases
def test_networkx_agrees_on_nodes_and_parallel_edges(shaped: PropertyGraph) -> None:
    data = json.loads(write_cytoscape(shaped))
    for node in data["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]  # NetworkX's key of a node
    edges = [
        {**edge, "data": {**edge["data"], "key": edge["data"]["id"]}} for edge in data["elements"]["edges"]
    ]
    elements = {**data["elements"], "edges": edges}
    read = nx.cytoscape_graph({**data, "elements": elements, "multigraph": True, "directed": True})
    assert {id: one["label"] for id, one in read.nodes(data=True)} == {n.id: n.label for n in shaped.nodes}
    assert {*read.edges(keys=True)} == {(e.source, e.target, e.id) for e in shaped.edges}


def test_no_script_can_end_the_one_it_stands_in() -> None:
    """The file may be pasted into a page as it is."""
    assert b"</script" not in write_cytoscape(SHAPED["hostile-full"]).lower()
