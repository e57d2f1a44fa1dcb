"""Updates that a served graph has been given: one JSON string a line, in the project's folder.

`graph.ttl` stays what the build has written; the journal is carried out on top of it whenever the graph is
loaded. Taking a line away takes the update back.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pyoxigraph as ox

from eventgraph.errors import StoreError
from eventgraph.graph.namespaces import PREFIXES
from eventgraph.graph.query import load_into, load_store, told
from eventgraph.graph.refusal import check_update

NAME = "updates.jsonl"
PREFIX = re.compile(r"^@prefix\s+([\w.-]*):\s*<([^>]*)>", re.MULTILINE)


def load_graph(graph: Path, journal: Path) -> tuple[ox.Store, dict[str, str]]:
    """The graph with its journal, and its prefixes. Raises StoreError or UsageError if it can't be read.

    A `graph.trig` beside it, an export, adds the articles as named graphs.
    """
    turtle = _read(graph)
    store = load_store(turtle)
    trig = graph.with_suffix(".trig")
    if trig.exists():
        if trig.stat().st_mtime < graph.stat().st_mtime:
            raise StoreError(f"{trig} is older than {graph.name}; export it again, or take it away")
        load_into(store, _read(trig))
    prefixes = {**PREFIXES, **dict(PREFIX.findall(turtle.decode("utf-8", "replace")))}
    for number, update in enumerate(read_journal(journal), 1):
        try:
            check_update(update)
            store.update(update, prefixes=prefixes)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{journal}, line {number}: {told(error)}; take the line away") from error
    return store, prefixes


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}; build it again") from error


def read_journal(path: Path) -> list[str]:
    """The updates, oldest first. Raises StoreError if a line is none."""
    try:
        return [msgspec.json.decode(line, type=str) for line in path.read_bytes().splitlines()]
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(f"{path} can't be read: {error}; take the line away") from error


def append_update(path: Path, update: str) -> None:
    """Add one, on the disk when this returns. Raises StoreError."""
    try:
        with path.open("ab") as file:
            file.write(msgspec.json.encode(update) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path} can't be written: {error.strerror}") from error
