"""One input before it is understood: a file, what an address answered, or standard input."""

from __future__ import annotations

import io
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from eventgraph.errors import ReadError
from eventgraph.read.fetch import fetch, is_address
from eventgraph.read.name import as_utf8, split_name
from eventgraph.read.record import Record, parse_record

STDIN = "-"
LIMIT = 20_000_000
HEAD = 1_000_000  # bytes that tell the format


@dataclass(frozen=True)
class Source:
    """`name` is for messages, `stem` is the id of the article if it has no other.

    `content` is the bytes, or the file that holds them, which need not fit into memory. `url` is where it
    was fetched, `encoding` what the server said of it. Reading raises ReadError.
    """

    name: str
    stem: str
    suffix: str
    content: bytes | Path
    sidecar: Record | None = None
    url: str | None = None
    encoding: str | None = None

    @cached_property
    def data(self) -> bytes:
        """All bytes."""
        return self._read(-1)

    @cached_property
    def head(self) -> bytes:
        """The first bytes."""
        return self._read(HEAD)

    def open(self) -> BinaryIO:
        """Return a file to read from, to be closed by whoever asked for it."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            return self.content.open("rb")
        except OSError as error:
            raise _unreadable(self.name, error) from error

    def _read(self, size: int) -> bytes:
        if isinstance(self.content, bytes):
            return self.content if size < 0 else self.content[:size]
        try:
            with self.open() as file:
                return file.read(size)
        except OSError as error:
            raise _unreadable(self.name, error) from error


def open_source(path: str) -> Source:
    """Find what `path` (`-`: standard input; a file; an address) holds.

    Raises ReadError if it can't be read, is no regular file, or its sidecar can't be understood.
    """
    if path == STDIN:
        return Source("standard input", "stdin", "", sys.stdin.buffer.read())
    if is_address(path):
        answer = fetch(path)
        return Source(path, answer.stem, answer.suffix, answer.data, url=answer.url, encoding=answer.encoding)
    file = Path(path)
    try:
        if file.is_dir():
            raise ReadError(path, "is a folder that can't be opened")
        if not stat.S_ISREG(file.stat().st_mode):
            raise ReadError(path, "is no regular file; pipe it in with - instead")
        stem, suffix = split_name(file.name)
        return Source(path, as_utf8(stem), suffix.lower(), file, _read_sidecar(file, stem))
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(name: str, error: OSError) -> ReadError:
    return ReadError(name, f"can't be read: {error.strerror}")


def _read_sidecar(file: Path, stem: str) -> Record | None:
    sidecar = file.with_name(f"{stem}.meta.json")
    if not sidecar.exists():
        return None
    try:
        return parse_record(sidecar.read_bytes())
    except ValueError as error:
        raise ReadError(str(file), f"its {sidecar.name} is wrong: {error}") from error
