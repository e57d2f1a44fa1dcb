"""From scores of name tags to a well-formed sequence: no name changes its type or begins in its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NEVER = np.float32(-1e9)


class NameDecoder:
    """The best tag sequence in which every I continues a B or I of its type (Viterbi 1967)."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._outside = tags.index("O")
        inside = np.array([tag.startswith("I-") for tag in tags])
        names = np.array([tag[2:] for tag in tags])
        self._first = np.where(inside, NEVER, np.float32(0))
        self._next = np.where(inside[None, :] & (names[:, None] != names[None, :]), NEVER, np.float32(0))

    def __call__(self, scores: Floats, starts: Flags) -> Ints:
        """Return one tag index a word. `scores` is [words, tags]; no name crosses a sentence start."""
        best: Ints = scores.argmax(axis=1)
        broken = np.append(True, self._next[best[:-1], best[1:]] < 0) | starts
        broken &= self._first[best] < 0
        for begin, end in _stretches(best != self._outside, starts):
            if broken[begin:end].any():  # else each word's best tag is the sequence's, too
                best[begin:end] = self._decode(scores[begin:end])
        return best

    def _decode(self, scores: Floats) -> list[int]:
        # Raw scores do as well as log-probabilities: a word's normaliser is the same for all its tags.
        total, back = scores[0] + self._first, []
        for row in scores[1:]:
            steps = total[:, None] + self._next
            origin = steps.argmax(axis=0)
            back.append(origin)
            total = steps[origin, np.arange(len(row))] + row
        path = [int(total.argmax())]
        for origin in reversed(back):
            path.append(int(origin[path[-1]]))
        return path[::-1]


def _stretches(named: Flags, starts: Flags) -> Iterator[tuple[int, int]]:
    """Runs of words that may be named, with one word to either side, cut at sentence starts."""
    wide = named.copy()
    wide[1:] |= named[:-1]
    wide[:-1] |= named[1:]
    begin = -1
    for i, inside in enumerate(wide):
        if begin >= 0 and (not inside or starts[i]):
            yield begin, i
            begin = -1
        if inside and begin < 0:
            begin = i
    if begin >= 0:
        yield begin, len(wide)
