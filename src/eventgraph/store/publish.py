"""The files of a growing project are written anew from its store: never halfway, never over newer ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec

from eventgraph.errors import StoreError
from eventgraph.graph.resolved import Counts
from eventgraph.resolve.judgements import FILE as JUDGEMENTS
from eventgraph.store.outputs import write_project
from eventgraph.store.project import FILES
from eventgraph.store.store import Store

SETTING = "published"
TRIES = 5


class Published(msgspec.Struct, frozen=True):
    """Of which state of the store and of which judgements the files are, and what they hold."""

    generation: int
    judgements: str
    counts: Counts


def publish(store: Store, project: Path, anew: bool = False, reconcile: str | None = None) -> Counts:
    """Write what the store holds to the files of the project, unless they say so already; return what it is.

    `reconcile` as in `write_project`. Raises StoreError.
    """
    current = None if anew else get_current(store, project)
    if current:
        return current.counts
    for _ in range(TRIES - 1):
        generation = store.generation
        try:
            return _write(store, project, reconcile)
        except StoreError:
            # Another process may have replaced a shard before it was read.
            if store.generation == generation:
                raise
    return _write(store, project, reconcile)


def get_current(store: Store, project: Path) -> Published | None:
    """Return what the files were written of; None if store or judgements have changed since."""
    last = _last(store)
    if last is None or (last.generation, last.judgements) != (store.generation, _judgements(project)):
        return None
    return last if all((project / name).is_file() for name in FILES) else None


def _write(store: Store, project: Path, reconcile: str | None) -> Counts:
    corpus, judgements = store.corpus(), _judgements(project)
    turn = partial(_turn, store, corpus.generation, judgements)
    with corpus.spooled() as spool:
        return write_project(spool, project, store.base, turn, reconcile, corpus.unread, corpus.pipeline)


@contextmanager
def _turn(store: Store, generation: int, judgements: str, counts: Counts) -> Iterator[bool]:
    """Yield whether the files are to be replaced: not if another process has written a later state."""
    with store.ledger.turn():
        last = _last(store)
        newest = last is None or last.generation <= generation
        yield newest
        if newest:
            state = Published(generation, judgements, counts)
            store.ledger.set(SETTING, msgspec.json.encode(state).decode())


def _last(store: Store) -> Published | None:
    text = store.ledger.get(SETTING)
    return msgspec.json.decode(text, type=Published) if text else None


def _judgements(project: Path) -> str:
    path = project / JUDGEMENTS
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
