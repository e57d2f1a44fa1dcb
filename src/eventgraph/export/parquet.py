"""Parquet tables of nodes and edges, for DuckDB, pandas, Spark."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eventgraph.errors import UsageError
from eventgraph.export.property_graph import PropertyGraph, Value, kind_of

if TYPE_CHECKING:
    import pyarrow as pa


def write_parquet(graph: PropertyGraph) -> dict[str, bytes]:
    """Unknown is null, lists are lists. Raises UsageError if pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401  # not needed unless somebody asks for it
    except ImportError:
        raise UsageError("Parquet needs pyarrow; run pip install 'eventgraph-news[parquet]'") from None
    return {
        "nodes.parquet": _table(graph.node_columns, [node.record() for node in graph.nodes]),
        "edges.parquet": _table(graph.edge_columns, [edge.record() for edge in graph.edges]),
    }


def _table(columns: Sequence[str], records: Sequence[Mapping[str, Value]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _type(name)) for name in columns])
    arrays = [pa.array([record.get(name) for record in records], schema.field(name).type) for name in columns]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), file, compression="zstd")
    return file.getvalue()


def _type(name: str) -> pa.DataType:
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "decimal": pa.float64()}
    return types.get(kind_of(name), pa.list_(pa.string()))
