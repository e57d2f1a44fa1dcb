"""Which model and rules found the claims: what they say may change when one of these does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
PARTS = ("annotate", "extract", "lexicon", "model")
KINDS = {".py", ".yml", ".json", ".npz", ".onnx", ".txt"}


def extractor_version(own: Iterable[Path] = (), pipeline: str = "") -> str:
    """Return a digest of the code, weights and lexicons that make claims, and of `own` files of rules.

    `pipeline` tells of another pipeline than ours, in its version.
    """
    digest = hashlib.sha256((_built_in() + pipeline).encode())
    for content in sorted(path.read_bytes() for path in own):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]


@cache
def _built_in() -> str:
    digest = hashlib.sha256(version("spacy").encode())
    for path in sorted(
        path for part in PARTS for path in (PACKAGE / part).rglob("*") if path.suffix in KINDS
    ):
        digest.update(
            path.relative_to(PACKAGE).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest()
        )
    return digest.hexdigest()
