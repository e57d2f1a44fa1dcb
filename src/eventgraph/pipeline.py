"""The way of an article: read, annotate, extract, resolve, build; all else is a detail of one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from eventgraph.annotate import annotate
from eventgraph.errors import ReadError
from eventgraph.extract import extract
from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.model import Article, Claim
from eventgraph.read import read_articles
from eventgraph.resolve import resolve

Progress = Callable[[int, int, Article], None]


def build(
    paths: Sequence[str] | str,
    *,
    date: str | None = None,
    workers: int = 1,
    base: str = DEFAULT_BASE,
    progress: Progress | None = None,
) -> Graph:
    """Return the graph of the articles that `paths` name (files, folders, globs, `-`).

    `date` (ISO) dates articles that have no date of their own. `progress` is called with the number done,
    the number in all, and the article. Inputs that can't be read are in `graph.failures`.
    The result does not depend on the order of `paths` nor on `workers`.
    Raises UsageError if a path matches nothing.
    """
    articles: list[Article] = []
    failures: list[ReadError] = []
    for item in read_articles([paths] if isinstance(paths, str) else paths, date):
        if isinstance(item, ReadError):
            failures.append(item)
        else:
            articles.append(item)
    articles.sort(key=lambda article: article.id)
    claims: list[Claim] = []
    kept: list[Article] = []
    for done, (article, found) in enumerate(zip(articles, _map(articles, workers), strict=True), 1):
        if isinstance(found, ReadError):
            failures.append(found)
        else:
            kept.append(article)
            claims += found
        if progress:
            progress(done, len(articles), article)
    return Graph(articles=tuple(kept), claims_all=resolve(claims), failures=tuple(failures), base=base)


def claims_of(article: Article) -> list[Claim]:
    """Return what one article claims, its entities not yet resolved across articles."""
    return extract(annotate(article))


def _attempt(article: Article) -> list[Claim] | ReadError:
    """The outermost boundary of one article: whatever goes wrong in it must not stop the others."""
    try:
        return claims_of(article)
    except Exception as error:
        reason = f"could not be analysed ({type(error).__name__}: {error}); please report this"
        return ReadError(article.id, reason)


def _map(articles: Iterable[Article], workers: int) -> Iterator[list[Claim] | ReadError]:
    if workers <= 1:
        yield from map(_attempt, articles)
        return
    # A fresh interpreter for each worker: forking a process that runs native threads can hang.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_attempt, articles, chunksize=4)
