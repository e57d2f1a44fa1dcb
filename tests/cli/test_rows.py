"""Rows as tables."""

from eventgraph.cli.rows import format_table
from eventgraph.graph.query import Rows

ROWS = Rows(["name", "n"], [{"name": "Eva\nBerg\x1b[2J", "n": 3}, {"name": "x" * 70, "n": None}])


def test_cells_are_aligned_and_hold_no_control_characters() -> None:
    head, line, first, second, total = format_table(ROWS, {}).splitlines()
    assert (head.index("n", 4), line.index(" "), first.index("3")) == (62, 60, 62)
    assert first.startswith("Eva Berg\N{REPLACEMENT CHARACTER}[2J")
    assert (second, total) == ("x" * 70, "(2 rows)")


def test_no_rows() -> None:
    assert format_table(Rows(["name"], []), {}).splitlines() == ["name", "────", "(0 rows)"]
