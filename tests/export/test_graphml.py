"""GraphML: igraph and NetworkX read what we wrote."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import igraph
import networkx as nx
import pytest
from lxml import etree

from eventgraph.export.graphml import write_graphml
from eventgraph.export.property_graph import PropertyGraph

from .corpus import SHAPED, flat

Record = Mapping[str, object]
cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


def known(record: Record) -> Record:
    """Without what igraph puts where nothing is known."""
    return {n: v for n, v in record.items() if v != "" and not (isinstance(v, float) and math.isnan(v))}


def without_id(record: Record) -> Record:
    return {name: value for name, value in record.items() if name != "id"}


@cases
def test_igraph_agrees(shaped: PropertyGraph, tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_bytes(write_graphml(shaped))
    read = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert read.is_directed()
    assert [known(v.attributes()) for v in read.vs] == [flat(node.record()) for node in shaped.nodes]
    ids = read.vs["id"]
    edges = [{**known(e.attributes()), "source": ids[e.source], "target": ids[e.target]} for e in read.es]
    # igraph 1.0 gives edges the ids of nodes.
    assert [without_id(edge) for edge in edges] == [without_id(flat(edge.record())) for edge in shaped.edges]


@cases
def test_networkx_agrees(shaped: PropertyGraph) -> None:
    read = nx.parse_graphml(write_graphml(shaped).decode(), force_multigraph=True)
    assert {id: {"id": id, **data} for id, data in read.nodes(data=True)} == {
        node.id: flat(node.record()) for node in shaped.nodes
    }
    edges = {k: {"id": k, "source": s, "target": t, **d} for s, t, k, d in read.edges(keys=True, data=True)}
    assert edges == {edge.id: flat(edge.record()) for edge in shaped.edges}


def test_keys_are_declared_once_and_typed() -> None:
    root = etree.fromstring(write_graphml(SHAPED["rich-simple"]))
    keys = {(k.get("for"), k.get("attr.name")): k.get("attr.type") for k in root.iter("{*}key")}
    assert len(keys) == len(list(root.iter("{*}key")))
    assert keys["node", "label"] == "string" and keys["edge", "articles"] == "int"
    assert ("edge", "relation") in keys and ("edge", "type") not in keys
