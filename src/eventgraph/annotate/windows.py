"""Cut an article's words into windows that the encoder reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.shape import word_shape

START, END, CONTINUATION = 101, 102, 8
MAX_PIECES = 160
# Dynamic int8 scales by batch: a window alone can't depend on its neighbours, and measures faster, unpadded.
BATCH = 1
CLOSERS = frozenset({".", "!", "?", "…", '."', ".”"})

Ints = npt.NDArray[np.int64]


class Window(NamedTuple):
    """Words `[start, end)` of the article."""

    start: int
    end: int
    pieces: int


class Batch(NamedTuple):
    """Padded inputs: `ids`, `shape`, `mask` are [b, n] word pieces, `first` is [b, m] words."""

    ids: Ints
    shape: Ints
    mask: Ints
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


def batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together; the same article always gives the same batches."""
    ordered = sorted(windows, key=lambda w: (w.pieces, w.start))
    for i in range(0, len(ordered), BATCH):
        yield ordered[i : i + BATCH]


def encode(batch: Sequence[Window], pieces: Sequence[tuple[int, ...]], words: Sequence[str]) -> Batch:
    """Turn windows into the network's padded inputs."""
    n, m = max(w.pieces for w in batch) + 2, max(w.end - w.start for w in batch)
    ids, shape, mask = (np.zeros((len(batch), n), np.int64) for _ in range(3))
    first = np.zeros((len(batch), m), np.int64)
    for row, window in enumerate(batch):
        at = 1
        ids[row, 0] = START
        for column, i in enumerate(range(window.start, window.end)):
            size, look = len(pieces[i]), word_shape(words[i])
            first[row, column] = at
            ids[row, at : at + size] = pieces[i]
            shape[row, at] = look
            shape[row, at + 1 : at + size] = look + CONTINUATION
            at += size
        ids[row, at] = END
        mask[row, : at + 1] = 1
    return Batch(ids, shape, mask, first)
