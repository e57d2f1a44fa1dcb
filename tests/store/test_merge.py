"""Sorted runs to one."""

from collections.abc import Callable, Iterator
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.store.merge import merge


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=2), min_size=1).map(sorted)))
def test_all_items_come_sorted(runs: list[list[str]]) -> None:
    merged = merge([(run[0], partial(iter, run)) for run in runs], key=str)
    assert list(merged) == sorted(item for run in runs for item in run)


def test_a_run_is_opened_when_its_turn_comes() -> None:
    opened: list[str] = []

    def run(*items: str) -> tuple[str, Callable[[], Iterator[str]]]:
        def open() -> Iterator[str]:
            opened.append(items[0])
            return iter(items)

        return items[0], open

    merged = merge([run("c", "d"), run("a", "b"), run("e")], key=str)
    seen = [(item, list(opened)) for item in merged]
    assert seen == [("a", ["a"]), ("b", ["a"]), ("c", ["a", "c"]), ("d", ["a", "c"]), ("e", ["a", "c", "e"])]
