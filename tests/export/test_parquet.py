"""Parquet: pyarrow and DuckDB agree; without pyarrow the error says what to install."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from eventgraph.errors import UsageError
from eventgraph.export.parquet import write_parquet
from eventgraph.export.property_graph import PropertyGraph, Value

from .corpus import SHAPED, write

cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


def wanted(record: dict[str, Value], columns: tuple[str, ...]) -> dict[str, object]:
    values = {name: record.get(name) for name in columns}
    return {name: [*value] if isinstance(value, tuple) else value for name, value in values.items()}


def tables(shaped: PropertyGraph) -> dict[str, list[dict[str, object]]]:
    return {
        "nodes.parquet": [wanted(node.record(), shaped.node_columns) for node in shaped.nodes],
        "edges.parquet": [wanted(edge.record(), shaped.edge_columns) for edge in shaped.edges],
    }


@cases
def test_pyarrow_agrees(shaped: PropertyGraph) -> None:
    files = write_parquet(shaped)
    for name, rows in tables(shaped).items():
        assert pq.read_table(io.BytesIO(files[name])).to_pylist() == rows


@cases
def test_duckdb_agrees(shaped: PropertyGraph, tmp_path: Path) -> None:
    write(tmp_path, write_parquet(shaped))
    for name, rows in tables(shaped).items():
        found = duckdb.sql(f"SELECT * FROM '{tmp_path / name}'")
        assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == rows


def test_types_do_not_depend_on_the_data() -> None:
    schemas = [
        pq.read_table(io.BytesIO(write_parquet(SHAPED[name])["edges.parquet"])).schema
        for name in ("rich-simple", "hostile-simple")
    ]
    assert schemas[0] == schemas[1]
    assert {str(schemas[0].field(n).type) for n in ("date", "articles", "confidence", "quotes")} == {
        "string",
        "int64",
        "double",
        "list<element: string>",
    }


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UsageError, match=r"pip install 'eventgraph-news\[parquet\]'"):
        write_parquet(SHAPED["rich-simple"])
