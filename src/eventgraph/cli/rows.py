"""The rows of an answer as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from eventgraph.graph.namespaces import shorten

if TYPE_CHECKING:
    from eventgraph.graph.query import Cell, Rows

# From namespace to prefix.
Names = Mapping[str, str]
# Wider columns are printed whole, but the others don't wait for them.
WIDEST = 60
# A spreadsheet takes what starts so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def format_table(rows: Rows, names: Names) -> str:
    """Return aligned columns, IRIs as CURIEs, and the number of rows."""
    cells = [[_show(row[name], names) for name in rows.columns] for row in rows]
    table = [list(rows.columns), *cells]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*table, strict=True)]
    table.insert(1, ["─" * width for width in widths])
    lines = ["  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in table]
    total = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "".join(f"{line.rstrip()}\n" for line in [*lines, total])


def format_csv(rows: Rows, names: Names) -> str:
    """Return CSV with full IRIs; text that a spreadsheet would run is quoted by an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_guard(row[name]) for name in rows.columns] for row in rows)
    return file.getvalue()


def format_json(rows: Rows, names: Names) -> str:
    """Return a list of objects, one a row, with full IRIs."""
    return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Rows, Names], str]] = {
    "table": format_table,
    "csv": format_csv,
    "json": format_json,
}


def _show(cell: Cell, names: Names) -> str:
    """One line that can't move the terminal's cursor."""
    if not isinstance(cell, str):
        return "" if cell is None else json.dumps(cell)
    text = shorten(cell, names) or " ".join(cell.split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _guard(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
