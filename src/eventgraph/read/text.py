"""Plain text: one article a file, with its sidecar."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.read.decode import decode
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, overlay
from eventgraph.read.source import Source


def read_text(source: Source) -> Iterator[Found]:
    """Yield the one article of a text file."""
    text = Record(text=decode(source.data, source.encoding or "utf-8"))
    yield Found(source.name, source.stem, overlay(text, source.sidecar, source.url))


TEXT = Reader("text", (".txt", ".text", ".md"), lambda data: True, read_text)
