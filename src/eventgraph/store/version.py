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


def asked_version(by_rules: str, extractor: str) -> str:
    """Return the version of rules and a server's model together."""
    return f"{by_rules}+{extractor}"


def is_version(found_by: str, wanted: str) -> bool:
    """Is what a version has found all that another would? Rules find as much where a model was asked, too."""
    return found_by == wanted or found_by.startswith(f"{wanted}+")


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
