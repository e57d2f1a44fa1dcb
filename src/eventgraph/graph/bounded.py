"""A query in a process of its own, ended when its time is over: the engine itself knows no time limit."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from multiprocessing.connection import Connection

from eventgraph.errors import EventgraphError, UsageError
from eventgraph.graph.query import Rows, load_store, run_query


def run_bounded(turtle: bytes, sparql: str, prefixes: Mapping[str, str], seconds: float) -> Rows:
    """Answer a query to a graph in Turtle within `seconds`, in which loading it does not count.

    Raises UsageError for a query that is refused, wrong, or takes longer.
    """
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(
        target=_answer, args=(theirs, turtle, sparql, dict(prefixes)), daemon=True
    )
    process.start()
    theirs.close()
    try:
        ours.recv()  # it has been loaded, or could not be
        if not ours.poll(seconds):
            raise UsageError(f"the query took longer than {seconds:g} s; ask for less, or give --timeout")
        answer = ours.recv()
    except EOFError:
        raise UsageError("the query's process has ended before it answered; ask for less") from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, EventgraphError):
        raise answer
    assert isinstance(answer, Rows)
    return answer


def _answer(pipe: Connection, turtle: bytes, sparql: str, prefixes: Mapping[str, str]) -> None:
    try:
        store = load_store(turtle)
        pipe.send(None)
        pipe.send(run_query(store, sparql, prefixes))
    except UsageError as error:
        pipe.send(error)
        pipe.send(error)
