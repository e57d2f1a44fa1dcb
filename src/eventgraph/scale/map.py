"""Map: a function of one article, done by several processes, its results in order; memory stays bounded.

The processes are this machine's, or those of a cluster (`spark.py`).
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from eventgraph.errors import ReadError
from eventgraph.model import Article
from eventgraph.scale.spark import map_on_spark

CHUNK = 4  # articles that travel to a process together
AHEAD = 6  # chunks a process that are read before their turn
T = TypeVar("T")
Work = Callable[[Article], T]
Workers = int | str
"""How many processes of this machine, or the address of a Spark cluster (`spark://HOST:7077`, `local[4]`)."""

Task = tuple[list[Article], Future[list[T | ReadError]]]


def map_articles(work: Work[T], articles: Iterable[Article], workers: Workers) -> Iterator[T | ReadError]:
    """Yield what `work`, a function that can be pickled, makes of each article, in order.

    Whatever goes wrong in an article, even the end of its process, is a ReadError in its place.
    Articles are taken from `articles` only as they are needed. Raises UsageError if a cluster is not there.
    """
    if isinstance(workers, str):
        yield from map_on_spark(partial(_attempt, work), partial(_alone, work), articles, workers)
        return
    if workers <= 1:
        yield from (_attempt(work, article) for article in articles)
        return
    waiting: deque[Task[T]] = deque()
    pool = _make_pool(workers)
    try:
        for chunk in chunks(articles, CHUNK):
            if len(waiting) == workers * AHEAD:
                yield from _results(work, *waiting.popleft())
            try:
                waiting.append((chunk, pool.submit(_attempt_all, work, chunk)))
            except BrokenProcessPool:
                pool.shutdown()
                pool = _make_pool(workers)
                waiting.append((chunk, pool.submit(_attempt_all, work, chunk)))
        while waiting:
            yield from _results(work, *waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of `size` items, the last one maybe shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def _make_pool(workers: int) -> ProcessPoolExecutor:
    # A fresh interpreter for each worker: forking a process that runs native threads can hang.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for more work for ever, its model in memory."""
    if parent := parent_process():
        Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(process: BaseProcess) -> None:
    process.join()
    os._exit(1)


def _results(work: Work[T], chunk: list[Article], future: Future[list[T | ReadError]]) -> list[T | ReadError]:
    try:
        return future.result()
    except BrokenProcessPool:
        return [_alone(work, article) for article in chunk]


def _alone(work: Work[T], article: Article) -> T | ReadError:
    """A process has died, this article's or a neighbour's: tell which, at the price of a process for each."""
    try:
        with _make_pool(1) as pool:
            return pool.submit(_attempt, work, article).result()
    except BrokenProcessPool:
        return ReadError(article.id, "could not be analysed (it ended its process); please report this")


def _attempt_all(work: Work[T], articles: list[Article]) -> list[T | ReadError]:
    return [_attempt(work, article) for article in articles]


def _attempt(work: Work[T], article: Article) -> T | ReadError:
    """The outermost boundary of one article: whatever goes wrong in it must not stop the others."""
    try:
        return work(article)
    except Exception as error:
        reason = f"could not be analysed ({type(error).__name__}: {error}); please report this"
        return ReadError(article.id, reason)
