"""GraphML for igraph, NetworkX, yEd, Cytoscape, Gephi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventgraph.export.property_graph import PropertyGraph, Value, flatten, kind_of
from eventgraph.export.xml_text import attribute, text

TYPES = {"string": "string", "list": "string", "integer": "int", "decimal": "double"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(graph: PropertyGraph) -> bytes:
    """A directed graph; unknown values are absent, lists are JSON."""
    return "".join(_parts(graph)).encode("utf-8")


def _parts(graph: PropertyGraph) -> Iterator[str]:
    nodes = {name: f"n{i}" for i, name in enumerate(graph.node_columns[1:])}
    edges = {name: f"e{i}" for i, name in enumerate(graph.edge_columns[3:])}
    yield HEAD
    yield from _keys("node", nodes)
    yield from _keys("edge", edges)
    yield '<graph edgedefault="directed">\n'
    for node in graph.nodes:
        yield f"<node id={attribute(node.id)}>{_data(node.record(), nodes)}</node>\n"
    for edge in graph.edges:
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"<edge id={attribute(edge.id)} {ends}>{_data(edge.record(), edges)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(domain: str, keys: Mapping[str, str]) -> Iterator[str]:
    for name, key in keys.items():
        kind = TYPES[kind_of(name)]
        yield f'<key id="{key}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(record: Mapping[str, Value], keys: Mapping[str, str]) -> str:
    known = ((keys[name], value) for name, value in record.items() if name in keys)
    return "".join(f'<data key="{key}">{text(flatten(value))}</data>' for key, value in known)
