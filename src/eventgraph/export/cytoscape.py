"""Cytoscape JSON (`.cyjs`), which Cytoscape opens and cytoscape.js takes as `elements`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from eventgraph.export.property_graph import PropertyGraph, Value


def write_cytoscape(graph: PropertyGraph) -> bytes:
    """One element a line. `name` and `interaction` repeat `label` and `relation`, as Cytoscape wants them."""
    nodes = _lines(node.record() | {"name": node.label} for node in graph.nodes)
    edges = _lines(edge.record() | {"interaction": edge.relation} for edge in graph.edges)
    head = '{"format_version": "1.0", "generated_by": "eventgraph", "data": {"name": "eventgraph"}'
    return f'{head},\n"elements": {{"nodes": [\n{nodes}\n],\n"edges": [\n{edges}\n]}}}}\n'.encode()


def _lines(records: Iterable[Mapping[str, Value]]) -> str:
    lines = (json.dumps({"data": record}, ensure_ascii=False) for record in records)
    return ",\n".join(lines).replace("<", "\\u003c")  # so that it may stand in a page's script
