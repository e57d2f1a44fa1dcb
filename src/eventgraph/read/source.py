"""One input before it is understood: a file's bytes, or those of standard input."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from eventgraph.errors import ReadError
from eventgraph.read.record import Record, parse_record

STDIN = "-"
LIMIT = 20_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """`name` is for messages, `stem` is the id of the article if it has no other."""

    name: str
    stem: str
    suffix: str
    data: bytes
    sidecar: Record | None = None


def open_source(path: str) -> Source:
    """Read `path` (`-`: standard input) into memory.

    Raises ReadError if it can't be read, is no regular file, or its sidecar can't be understood.
    """
    if path == STDIN:
        return Source("standard input", "stdin", "", sys.stdin.buffer.read())
    file = Path(path)
    try:
        if file.is_dir():
            raise ReadError(path, "is a folder that can't be opened")
        if not stat.S_ISREG(file.stat().st_mode):
            raise ReadError(path, "is no regular file; pipe it in with - instead")
        return Source(path, _stem(file), file.suffix.lower(), file.read_bytes(), _read_sidecar(file))
    except OSError as error:
        raise ReadError(path, f"can't be read: {error.strerror}") from error


def _stem(file: Path) -> str:
    """File names may hold bytes that are no UTF-8; ids must not."""
    return file.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read_sidecar(file: Path) -> Record | None:
    sidecar = file.with_name(f"{file.stem}.meta.json")
    if not sidecar.exists():
        return None
    try:
        return parse_record(sidecar.read_bytes())
    except ValueError as error:
        raise ReadError(str(file), f"its {sidecar.name} is wrong: {error}") from error
