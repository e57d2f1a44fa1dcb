"""Wire copies: one text in many papers, a little edited, is one witness.

Texts are compared by the share of 5-word shingles they have in common, estimated from MinHash signatures
(Broder 1997); locality-sensitive hashing by bands (Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, chapter 3) finds which pairs to compare.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from random import Random

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

WORD = re.compile(r"\w+")
SHINGLE = 5  # words
SIZE, BAND = 128, 4  # numbers in a signature, and in each of its bands
ALIKE = 0.5  # of all shingles of two texts, those that both have

_chance = Random(1997)
_WEIGHTS, _FACTORS, _TERMS = (
    np.array([_chance.getrandbits(64) | 1 for _ in range(count)], np.uint64)
    for count in (SHINGLE, SIZE, SIZE)
)
Rows = NDArray[np.uint32]


def make_signature(text: str) -> bytes:
    """Return the MinHash signature of a text: 128 32-bit numbers; case and punctuation do not matter."""
    words = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in WORD.findall(text.casefold())]
    padded = np.array(words + [0] * (SHINGLE - len(words)), np.uint64)
    keys = np.unique((sliding_window_view(padded, SHINGLE) * _WEIGHTS).sum(axis=1, dtype=np.uint64))
    # Multiply-shift hashing (Dietzfelbinger et al. 1997); the overflow is meant.
    hashed = (keys[:, None] * _FACTORS + _TERMS) >> np.uint64(32)
    return bytes(hashed.min(axis=0).astype("<u4").tobytes())


def find_witnesses(signatures: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Return for each article id its witness: the first id, by code points, among the copies of its text.

    Copies of copies are copies, too. The result does not depend on the order. In memory are the signatures,
    half a kB each.
    """
    ids, body = list[str](), bytearray()
    for id, row in signatures:
        ids.append(id)
        body += row
    first = list(range(len(ids)))
    for pair in _copies(np.frombuffer(body, "<u4").reshape(-1, SIZE)):
        low, high = sorted((_root(first, place) for place in pair), key=ids.__getitem__)
        first[high] = low
    return {id: ids[_root(first, place)] for place, id in enumerate(ids)}


def _copies(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that link all copies."""
    seen: dict[bytes, int] = {}
    for place, row in enumerate(rows):
        known = seen.setdefault(hashlib.sha256(row).digest(), place)
        if known != place:
            yield known, place
    distinct = np.array(list(seen.values()), np.intp)
    for start in range(0, SIZE, BAND):
        for group in _alike(rows[distinct, start : start + BAND]):
            for rank, one in enumerate(distinct[group[:-1]], 1):
                later = distinct[group[rank:]]
                shared = (rows[later] == rows[one]).mean(axis=1)
                yield from ((int(one), int(other)) for other in later[shared >= ALIKE])


def _alike(band: Rows) -> Iterator[NDArray[np.intp]]:
    """Yield the places of rows that are equal, two or more each."""
    order = np.lexsort(band.T)
    changes = np.flatnonzero((band[order][1:] != band[order][:-1]).any(axis=1)) + 1
    yield from (group for group in np.split(order, changes) if len(group) > 1)


def _root(first: list[int], place: int) -> int:
    while first[place] != place:
        first[place] = place = first[first[place]]
    return place
