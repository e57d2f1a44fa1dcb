"""A file's name: what its article is called, and what tells its format."""

from __future__ import annotations

from pathlib import PurePath

PACKED = ".gz"  # is part of the suffix: `.warc.gz`


def split_name(name: str) -> tuple[str, str]:
    """Return the stem and the suffix of a file's name."""
    suffix = PurePath(name).suffix
    if suffix.lower() == PACKED:
        suffix = PurePath(name[: -len(suffix)]).suffix + suffix
    return name.removesuffix(suffix), suffix


def as_utf8(name: str) -> str:
    """File names may hold bytes that are no UTF-8; ids must not."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
