"""Merge: sorted runs to one, each opened when its turn comes."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Run = tuple[str, Callable[[], Iterator[T]]]


def merge(runs: Iterable[Run[T]], key: Callable[[T], str]) -> Iterator[T]:
    """Yield the items of all runs by key.

    A run is its first key and how to open it. Runs that do not overlap are open one at a time.
    """
    waiting = deque(sorted(runs, key=lambda run: run[0]))
    heads: list[tuple[str, int, T]] = []
    opened: list[Iterator[T]] = []
    while waiting or heads:
        while waiting and (not heads or waiting[0][0] <= heads[0][0]):
            opened.append(waiting.popleft()[1]())
            _push(heads, opened, len(opened) - 1, key)
        _, number, item = heapq.heappop(heads)
        yield item
        _push(heads, opened, number, key)


def _push(
    heads: list[tuple[str, int, T]], opened: list[Iterator[T]], number: int, key: Callable[[T], str]
) -> None:
    item = next(opened[number], None)
    if item is not None:
        heapq.heappush(heads, (key(item), number, item))
