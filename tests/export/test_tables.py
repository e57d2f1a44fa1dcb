"""CSV: Python's reader and DuckDB agree, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest

from eventgraph.export.property_graph import PropertyGraph
from eventgraph.export.tables import FORMULA, write_csv

from .corpus import SHAPED, flat, write

cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


def plain(cell: str) -> str:
    """The text without the apostrophe that guards it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def wanted(records: list[dict[str, str | int | float]], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [{name: str(record.get(name, "")) for name in columns} for record in records]


def tables(shaped: PropertyGraph) -> dict[str, list[dict[str, str]]]:
    nodes = wanted([flat(node.record()) for node in shaped.nodes], shaped.node_columns)
    return {
        "nodes.csv": nodes,
        "edges.csv": wanted([flat(edge.record()) for edge in shaped.edges], shaped.edge_columns),
    }


@cases
def test_python_agrees(shaped: PropertyGraph) -> None:
    files = write_csv(shaped)
    for name, rows in tables(shaped).items():
        read = csv.DictReader(io.StringIO(files[name].decode("utf-8"), newline=""), strict=True)
        assert [{name: plain(cell) for name, cell in row.items()} for row in read] == rows


@cases
def test_duckdb_agrees(shaped: PropertyGraph, tmp_path: Path) -> None:
    write(tmp_path, write_csv(shaped))
    for name, rows in tables(shaped).items():
        found = duckdb.read_csv(str(tmp_path / name), header=True, quotechar='"', all_varchar=True)
        read = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        assert [{name: plain(cell or "") for name, cell in row.items()} for row in read] == rows


def test_no_cell_is_a_formula() -> None:
    for content in write_csv(SHAPED["hostile-full"]).values():
        for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋"))]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'x", "x", "'", ""])
def test_the_guard_can_be_undone(text: str) -> None:
    assert plain(f"'{text}" if FORMULA.match(text) else text) == text
