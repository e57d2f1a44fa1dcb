"""A graph into a remote store, in batches; an interrupted push goes on where it was.

The graph has no blank nodes, so a batch that is sent twice does no harm. By the SPARQL 1.1 Graph Store
Protocol (POST adds to a graph) or by SPARQL 1.1 Update (INSERT DATA), as the store has it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

import msgspec

from eventgraph.errors import StoreError, UsageError
from eventgraph.graph.terms import Iri
from eventgraph.remote.endpoint import Endpoint

Protocol = Literal["store", "update"]
NAME = "push.json"
TRIPLES, UPDATE = "application/n-triples", "application/sparql-update"


class Target(NamedTuple):
    """Where to: the endpoint, by which protocol, into which named graph (None: the default one)."""

    endpoint: Endpoint
    protocol: Protocol
    graph: Iri | None


class Progress(msgspec.Struct):
    """How far the push of one state of the graph to one target has come, in triples."""

    target: str
    digest: str
    done: int = 0


def push(
    target: Target, lines: Sequence[str], size: int, file: Path, replace: bool, say: Callable[[int], None]
) -> int:
    """Send N-Triples lines in batches of `size`; return how many were sent now.

    `file` remembers how far it has come. With `replace` the remote graph is emptied first. `say` is told how
    many have arrived. Raises UsageError where the server refuses, StoreError if `file` can't be written.
    """
    progress = _progress(target, lines, file)
    if replace and progress.done == len(lines):
        progress.done = 0
    start = progress.done
    if replace and start == 0:
        _empty(target)
    rest = iter(lines[start:])
    while batch := list(islice(rest, size)):
        _send(target, batch)
        progress.done += len(batch)
        _write(file, progress)
        say(progress.done)
    return progress.done - start


def _progress(target: Target, lines: Sequence[str], file: Path) -> Progress:
    """What the file says, if it is about this graph and target; else a new beginning."""
    name = f"{target.endpoint.address} {target.protocol} {target.graph or ''}"
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Progress)
    except (OSError, msgspec.DecodeError):
        return Progress(name, digest)
    known = (found.target, found.digest) == (name, digest) and 0 <= found.done <= len(lines)
    return found if known else Progress(name, digest)


def _write(file: Path, progress: Progress) -> None:
    beside = file.with_suffix(".tmp")
    try:
        beside.write_bytes(msgspec.json.encode(progress) + b"\n")
        beside.replace(file)
    except OSError as error:
        raise StoreError(f"{file} can't be written: {error.strerror}") from error


def _send(target: Target, batch: list[str]) -> None:
    text = "".join(batch)
    if target.protocol == "store":
        target.endpoint.send("POST", text.encode(), TRIPLES, address=_store_address(target))
        return
    inside = f"GRAPH <{target.graph}> {{\n{text}}}" if target.graph else text
    target.endpoint.send("POST", f"INSERT DATA {{\n{inside}}}".encode(), UPDATE)


def _empty(target: Target) -> None:
    if target.protocol == "store":
        target.endpoint.send("PUT", b"", TRIPLES, address=_store_address(target))
        return
    graph = f"GRAPH <{target.graph}>" if target.graph else "DEFAULT"
    target.endpoint.send("POST", f"CLEAR SILENT {graph}".encode(), UPDATE)


def _store_address(target: Target) -> str:
    """Indirect graph identification (section 4.2)."""
    graph = f"graph={quote(target.graph, safe='')}" if target.graph else "default"
    return f"{target.endpoint.address}{'&' if '?' in target.endpoint.address else '?'}{graph}"


def named_graph(text: str) -> Iri:
    """The name of a graph. Raises UsageError if it is no absolute IRI."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*", text):
        raise UsageError(f"{text!r} can't name a graph; give an absolute IRI")
    return Iri(text)


def n_triples(turtle: bytes) -> Iterator[str]:
    """A Turtle file's triples as lines, in its order. Raises UsageError if it is no Turtle."""
    import pyoxigraph as ox

    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            yield f"{quad.subject} {quad.predicate} {quad.object} .\n"
    except SyntaxError as error:
        raise UsageError(f"the graph is no Turtle ({error}); build it again") from None
