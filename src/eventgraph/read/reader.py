"""What a reader is, and what it hands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eventgraph.errors import ReadError
from eventgraph.read.record import Record
from eventgraph.read.source import Source


@dataclass(frozen=True, slots=True)
class Found:
    """One article as its reader found it: its name in messages, its id if the record has none."""

    name: str
    id: str
    record: Record


Read = Callable[[Source], Iterator[Found | ReadError]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its file suffixes, a test of the first bytes for input without a suffix (or with one that
    several formats have), and how to read it.

    `read` raises ValueError with a one-line reason if nothing of the source can be read.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Read
