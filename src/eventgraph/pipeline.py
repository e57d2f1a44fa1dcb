"""The way of an article: read, annotate, extract, resolve, build. Everything else is a detail of one of these."""

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
        (failures if isinstance(item, ReadError) else articles).append(item)  # type: ignore[arg-type]
    articles.sort(key=lambda article: article.id)
    claims: list[Claim] = []
    for done, (article, found) in enumerate(zip(articles, _map(articles, workers), strict=True), 1):
        claims += found
        if progress:
            progress(done, len(articles), article)
    return Graph(articles=tuple(articles), claims_all=resolve(claims), failures=tuple(failures), base=base)


def claims_of(article: Article) -> list[Claim]:
    """Return what one article claims, its entities not yet resolved across articles."""
    return extract(annotate(article))


def _map(articles: Iterable[Article], workers: int) -> Iterator[list[Claim]]:
    if workers <= 1:
        yield from map(claims_of, articles)
        return
    # A fresh interpreter for each worker: forking a process that runs native threads can hang.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(claims_of, articles, chunksize=4)
