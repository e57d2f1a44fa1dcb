"""Plain text: one article a file, with its sidecar."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from eventgraph.read.decode import decode
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record
from eventgraph.read.source import Source


def read_text(source: Source) -> Iterator[Found]:
    """Yield the one article of a text file."""
    record = source.sidecar or Record()
    yield Found(source.name, source.stem, msgspec.structs.replace(record, id=None, text=decode(source.data)))


TEXT = Reader("text", (".txt", ".text", ".md"), lambda data: True, read_text)
