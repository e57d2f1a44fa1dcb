"""Rows come back sorted by code points, each once, and leave no file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.scale import SortedRows

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


@given(st.lists(st.tuples(TEXT, st.integers(0, 3), st.binary(max_size=3))))
def test_they_come_as_python_sorts_them(rows: list[tuple[str, int, bytes]]) -> None:
    with SortedRows(3) as found:
        found.add(rows)
        assert list(found) == sorted(set(rows))


def test_they_may_be_asked_for_again_and_in_groups() -> None:
    with SortedRows(2) as rows:
        rows.add([("b", 2), ("a", 1), ("b", 1)])
        assert [(key, [n for _, n in same]) for key, same in rows.groups()] == [("a", [1]), ("b", [1, 2])]
        rows.add([("a", 0)])
        assert list(rows) == [("a", 0), ("a", 1), ("b", 1), ("b", 2)]
