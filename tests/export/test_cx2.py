"""CX2, read by NDEx's own client."""

from __future__ import annotations

import json

import pytest

from eventgraph.export.cx2 import write_cx2
from eventgraph.export.property_graph import PropertyGraph

from .corpus import SHAPED
from .test_cytoscape import listed

ndex2 = pytest.importorskip("ndex2.cx2", reason="ndex2 is not installed")
cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


@cases
def test_ndex_reads_our_records(shaped: PropertyGraph) -> None:
    read = ndex2.RawCX2NetworkFactory().get_cx2network(json.loads(write_cx2(shaped)))
    nodes, edges = read.get_nodes(), read.get_edges()
    assert [{**nodes[i]["v"], "id": nodes[i]["v"]["iri_path"]} for i in sorted(nodes)] == [
        {**listed(node.record()), "name": node.label, "iri_path": node.id} for node in shaped.nodes
    ]
    ids = {number: node["v"]["iri_path"] for number, node in nodes.items()}
    ours = [
        {**listed(edge.record()), "interaction": edge.relation, "edge_id": edge.id} for edge in shaped.edges
    ]
    ends = [{"source": ids[e["s"]], "target": ids[e["t"]], "id": e["v"]["edge_id"]} for e in edges.values()]
    assert [{**edges[i]["v"], **ends[i]} for i in sorted(edges)] == ours


@cases
def test_every_value_is_of_the_type_that_its_column_declares(shaped: PropertyGraph) -> None:
    parts = {name: part for aspect in json.loads(write_cx2(shaped)) for name, part in aspect.items()}
    kinds = {"string": str, "integer": int, "double": (int, float), "list_of_string": list}
    [declared] = parts["attributeDeclarations"]
    for aspect in ("nodes", "edges"):
        for row in parts[aspect]:
            for name, value in row["v"].items():
                assert isinstance(value, kinds[declared[aspect][name]["d"]]), (name, value)
        assert {"name": aspect, "elementCount": len(parts[aspect])} in parts["metaData"]


def test_no_script_can_end_the_one_it_stands_in() -> None:
    assert b"</script" not in write_cx2(SHAPED["hostile-full"]).lower()
