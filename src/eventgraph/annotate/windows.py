"""Cut an article's words into windows that the encoder reads one by one.

Dynamic int8 scales by batch: a window alone can't depend on its neighbours, and measures faster, unpadded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.shape import piece_shapes

START, END = 101, 102
MAX_PIECES = 160
CLOSERS = frozenset({".", "!", "?", "…", '."', ".”"})

Ints = npt.NDArray[np.int64]


class Window(NamedTuple):
    """Words `[start, end)` of the article."""

    start: int
    end: int
    pieces: int


class Inputs(NamedTuple):
    """What the network reads: `ids`, `shape` [1, n] of word pieces, `first` [1, m] of words."""

    ids: Ints
    shape: Ints
    first: Ints


def cut(pieces: Sequence[tuple[int, ...]], words: Sequence[str], breaks: Sequence[bool]) -> list[Window]:
    """Pack whole lines into windows; only a line too long for one is cut, after a full stop if it has one."""
    windows: list[Window] = []
    for start, end in _stretches(pieces, words, breaks):
        size = sum(map(len, pieces[start:end]))
        if windows and windows[-1].pieces + size <= MAX_PIECES:
            last = windows.pop()
            windows.append(Window(last.start, end, last.pieces + size))
        else:
            windows.append(Window(start, end, size))
    return windows


def _stretches(
    pieces: Sequence[tuple[int, ...]], words: Sequence[str], breaks: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    starts = [i for i, new in enumerate(breaks) if new]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        while sum(map(len, pieces[start:end])) > MAX_PIECES:
            middle = _last_stop(pieces, words, start, end)
            yield start, middle
            start = middle
        yield start, end


def _last_stop(pieces: Sequence[tuple[int, ...]], words: Sequence[str], start: int, end: int) -> int:
    size, stop, limit = 0, start, start
    while limit < end and size + len(pieces[limit]) <= MAX_PIECES:
        size += len(pieces[limit])
        limit += 1
        if words[limit - 1] in CLOSERS:
            stop = limit
    # A closing quotation mark belongs to the sentence it closes.
    if stop < limit and stop > start and words[stop] in {"”", '"', "’", "'"}:
        stop += 1
    return stop if stop > start else max(limit, start + 1)


def encode(window: Window, pieces: Sequence[tuple[int, ...]], words: Sequence[str]) -> Inputs:
    """Turn a window into the network's inputs."""
    ids, shape, first = [START], [0], []
    for i in range(window.start, window.end):
        first.append(len(ids))
        ids += pieces[i]
        shape += piece_shapes(words[i], len(pieces[i]))
    return Inputs(*(np.array([row], np.int64) for row in ([*ids, END], [*shape, 0], first)))
