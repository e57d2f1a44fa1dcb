"""Neo4j: CSV for `neo4j-admin database import`, and the same as a Cypher script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from eventgraph.export.cypher import write_cypher
from eventgraph.export.property_graph import Edge, Node, PropertyGraph, Value, flatten, kind_of
from eventgraph.export.tables import write_rows

TYPES = {"string": "", "list": "", "integer": ":long", "decimal": ":double"}
# Every node has it, so that one index finds the ends of all edges.
COMMON = "Thing"


def write_neo4j(graph: PropertyGraph) -> dict[str, bytes]:
    """`nodes.csv`, `edges.csv` (lists as JSON, nothing guarded: it is no spreadsheet), `import.cypher`."""
    nodes, edges = graph.node_columns, graph.edge_columns
    return {
        "nodes.csv": write_rows(
            [":ID", *_header(nodes), ":LABEL"],
            ([node.id, *_row(node, nodes), f"{label(node)};{COMMON}"] for node in graph.nodes),
        ),
        "edges.csv": write_rows(
            [":START_ID", ":END_ID", *_header(edges), ":TYPE"],
            (
                [edge.source, edge.target, *_row(edge, edges), edge_type(edge.qualifier, edge.relation)]
                for edge in graph.edges
            ),
        ),
        "import.cypher": write_cypher(
            ((label(node), node.record()) for node in graph.nodes),
            ((edge_type(edge.qualifier, edge.relation), edge.record()) for edge in graph.edges),
            COMMON,
        ),
    }


def label(node: Node) -> str:
    """The node's type in CamelCase."""
    return "".join(word.capitalize() for word in re.findall("[A-Za-z0-9]+", node.type))


@cache
def edge_type(qualifier: str, relation: str) -> str:
    """`MET_WITH`; what was planned, denied or is no more is `PLANNED_MET_WITH` and so on, never the same."""
    words = re.findall("[A-Z]?[a-z0-9]+", f"{qualifier} {relation}")
    return "_".join(words).upper()


def _header(columns: Sequence[str]) -> list[str]:
    return [f"{name}{TYPES[kind_of(name)]}" for name in columns]


def _row(item: Node | Edge, columns: Sequence[str]) -> list[str | int | float]:
    record: dict[str, Value] = item.record()
    return [flatten(record.get(name, "")) for name in columns]
