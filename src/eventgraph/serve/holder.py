"""The process that holds the graph in memory, and its children, which answer.

A child is a fork: it has the graph at once and shares its memory. It answers queries and can be killed at
any time, which is how time limits are kept. A child that has carried out an update is a holder itself, of
the next state of the graph; an update that fails or is killed has changed nothing. Started by `pool.py` as
`python -m eventgraph.serve.holder GRAPH JOURNAL LIMITS`, with a socket as its standard input.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
import pyoxigraph as ox

from eventgraph.errors import EventgraphError, UsageError
from eventgraph.graph.query import told
from eventgraph.graph.refusal import check_update
from eventgraph.serve import messages
from eventgraph.serve.answer import answer_query, refusal
from eventgraph.serve.journal import load_graph
from eventgraph.serve.limits import Limits
from eventgraph.serve.messages import Answer, Fork, Kill, Query, Update
from eventgraph.serve.sandbox import allow_seconds, close_doors, doors_closed


class Holder:
    """Serves one socket until its other end closes."""

    def __init__(self, store: ox.Store, prefixes: Mapping[str, str], limits: Limits) -> None:
        self.store, self.prefixes, self.limits = store, prefixes, limits
        self.children: set[int] = set()
        self.closed = False

    def serve(self, connection: socket.socket) -> None:
        """Answer message after message."""
        while (body := _receive(connection)) is not None:
            message = messages.unpack_message(body)
            if isinstance(message, Fork):
                connection = self._fork(connection)
            else:
                connection.sendall(messages.pack(self._answer(message)))

    def _answer(self, message: Query | Update | Kill) -> Answer:
        if isinstance(message, Kill):
            return self._kill(message.pid)
        try:
            return self._query(message) if isinstance(message, Query) else self._update(message)
        except MemoryError:
            return refusal(503, "it took more memory than it may; ask for less")

    def _query(self, query: Query) -> Answer:
        if not self.closed:
            close_doors(self.limits)
            self.closed = True
        allow_seconds(self.limits.seconds)
        return answer_query(self.store, query, self.prefixes, self.limits.result)

    def _update(self, update: Update) -> Answer:
        try:
            check_update(update.sparql)
        except UsageError as error:
            return refusal(403, str(error))
        try:
            with doors_closed(self.limits):
                self.store.update(update.sparql, prefixes=dict(self.prefixes))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            return refusal(400, told(error))
        return Answer(204)

    def _fork(self, connection: socket.socket) -> socket.socket:
        """Return the socket that is to be served from here on: in the child that is its own."""
        self._reap()
        theirs, ours = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            connection.close()
            theirs.close()
            self.children = set()
            return ours
        self.children.add(pid)
        socket.send_fds(connection, [messages.pack(Answer(200, pid=pid))], [theirs.fileno()])
        theirs.close()
        ours.close()
        return connection

    def _kill(self, pid: int) -> Answer:
        self._reap()
        if pid in self.children:
            os.kill(pid, signal.SIGKILL)
        return Answer(200)

    def _reap(self) -> None:
        self.children -= {pid for pid in self.children if os.waitpid(pid, os.WNOHANG)[0]}


def _receive(connection: socket.socket) -> bytes | None:
    head = _exactly(connection, messages.LENGTH)
    return None if head is None else _exactly(connection, messages.length(head))


def _exactly(connection: socket.socket, count: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < count:
        part = connection.recv(min(count - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def main(graph: str, journal: str, limits: str) -> None:
    """Load, say so, serve."""
    # Ctrl-C is for the server, which then closes the socket.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = socket.socket(fileno=0)
    try:
        store, prefixes = load_graph(Path(graph), Path(journal))
    except EventgraphError as error:
        connection.sendall(messages.pack(refusal(500, str(error))))
        return
    connection.sendall(messages.pack(Answer(200, msgspec.json.encode(prefixes))))
    with suppress(ConnectionError):  # the server has gone
        Holder(store, prefixes, msgspec.json.decode(limits, type=Limits)).serve(connection)
    os._exit(0)  # a child must not run what its parent would at exit


if __name__ == "__main__":
    main(*sys.argv[1:])
