"""CSV tables of nodes and edges, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.export.property_graph import PropertyGraph, Value, flatten

# A spreadsheet takes what starts so for a formula; with an apostrophe before it, it is text.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def write_csv(graph: PropertyGraph) -> dict[str, bytes]:
    """UTF-8, a header, `\\n` after each row; unknown is empty, lists are JSON.

    Text that a spreadsheet would run gets an apostrophe in front. So does text that has apostrophes
    before such a start already: to undo it, take one away where `FORMULA` matches.
    """
    return {
        "nodes.csv": _table(graph.node_columns, (node.record() for node in graph.nodes)),
        "edges.csv": _table(graph.edge_columns, (edge.record() for edge in graph.edges)),
    }


def _table(columns: Sequence[str], records: Iterable[Mapping[str, Value]]) -> bytes:
    rows = ([_guard(record.get(name, "")) for name in columns] for record in records)
    return write_rows(columns, rows)


def write_rows(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV by RFC 4180, but with `\\n`."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8")


def _guard(value: Value) -> str | int | float:
    flat = flatten(value)
    return f"'{flat}" if isinstance(flat, str) and FORMULA.match(flat) else flat
