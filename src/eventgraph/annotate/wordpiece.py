"""Word pieces of single words, cached: news repeats its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

UNKNOWN, MAX_PIECES = 100, 8


class WordPieces:
    """Ids of a word's pieces in the encoder's vocabulary, at most eight a word."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Return one tuple of ids for each word."""
        missing = sorted({word for word in words if word not in self._cache})
        for word, code in zip(
            missing, self._tokenizer.encode_batch_fast(missing, add_special_tokens=False), strict=True
        ):
            self._cache[word] = tuple(code.ids[:MAX_PIECES]) or (UNKNOWN,)
        return [self._cache[word] for word in words]
