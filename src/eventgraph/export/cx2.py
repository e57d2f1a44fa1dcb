"""CX2, which Cytoscape (from 3.10), Cytoscape Web and NDEx open: columns with types, then nodes and edges.

https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.export.property_graph import PropertyGraph, Value, kind_of

TYPES = {"string": "string", "list": "list_of_string", "integer": "integer", "decimal": "double"}


def write_cx2(graph: PropertyGraph) -> bytes:
    """One node or edge a line, with numbers for ids; ours are in `iri_path` and `edge_id`.

    `name` and `interaction` repeat `label` and `relation`, as Cytoscape wants them.
    """
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    nodes = [
        {"id": numbers[node.id], "v": _values(node.record(), "iri_path") | {"name": node.label}}
        for node in graph.nodes
    ]
    edges = [
        {
            "id": number,
            "s": numbers[edge.source],
            "t": numbers[edge.target],
            "v": _values(edge.record(), "edge_id") | {"interaction": edge.relation},
        }
        for number, edge in enumerate(graph.edges)
    ]
    declared = {
        "networkAttributes": {"name": {"d": "string"}},
        "nodes": _declare(["iri_path", "name", *graph.node_columns[1:]]),
        "edges": _declare(["edge_id", "interaction", *graph.edge_columns[3:]]),
    }
    aspects = {"nodes": nodes, "edges": edges}
    single = ("attributeDeclarations", "networkAttributes")
    counts = {**dict.fromkeys(single, 1), **{name: len(rows) for name, rows in aspects.items() if rows}}
    parts = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": [{"name": name, "elementCount": count} for name, count in counts.items()]},
        {"attributeDeclarations": [declared]},
        {"networkAttributes": [{"name": "eventgraph"}]},
    ]
    lines = [*map(_json, parts), *(_lines(name, rows) for name, rows in aspects.items() if rows)]
    return ("[" + ",\n".join([*lines, _json({"status": [{"success": True}]})]) + "]\n").encode()


def _declare(columns: Iterable[str]) -> dict[str, dict[str, str]]:
    return {name: {"d": TYPES[kind_of(name)]} for name in columns}


def _values(record: Mapping[str, Value], id: str) -> dict[str, Value]:
    ends = ("id", "source", "target")
    return {id: record["id"], **{name: value for name, value in record.items() if name not in ends}}


def _lines(name: str, rows: Sequence[Mapping[str, object]]) -> str:
    return f'{{"{name}": [\n' + ",\n".join(map(_json, rows)) + "\n]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")  # so that it may stand in a script
