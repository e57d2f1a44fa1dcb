"""The way of an article: read, annotate, extract, resolve, build; all else is a detail of one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from eventgraph.annotate import annotate
from eventgraph.errors import ReadError
from eventgraph.extract import extract
from eventgraph.extract.engine.patterned import Source, load_patterned, own_sources
from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.model import Article, Claim
from eventgraph.read import read_articles
from eventgraph.resolve import resolve

Progress = Callable[[int, int, Article], None]
T = TypeVar("T")


def build(
    paths: Sequence[str] | str,
    *,
    date: str | None = None,
    workers: int = 1,
    base: str = DEFAULT_BASE,
    extractors: str | Path | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Return the graph of the articles that `paths` name (files, folders, globs, `-`).

    `date` (ISO) dates articles that have no date of their own. `extractors` is a folder of YAML files with
    rules of your own, beside those built in and those of installed packages. `progress` is called with the
    number done, the number in all, and the article. Inputs that can't be read are in `graph.failures`.
    The result does not depend on the order of `paths` nor on `workers`.
    Raises UsageError if a path matches nothing, PatternError if a rule is wrong.
    """
    work = partial(claims_of, own=own_rules(extractors))
    articles, failures = read(paths, date)
    claims: list[Claim] = []
    kept: list[Article] = []
    results = map_articles(work, articles, workers)
    for done, (article, found) in enumerate(zip(articles, results, strict=True), 1):
        if isinstance(found, ReadError):
            failures.append(found)
        else:
            kept.append(article)
            claims += found
        if progress:
            progress(done, len(articles), article)
    return Graph(articles=tuple(kept), claims_all=resolve(claims), failures=tuple(failures), base=base)


def read(paths: Sequence[str] | str, date: str | None = None) -> tuple[list[Article], list[ReadError]]:
    """Return the articles that `paths` name, sorted by id, and what can't be read. Raises UsageError."""
    articles: list[Article] = []
    failures: list[ReadError] = []
    for item in read_articles([paths] if isinstance(paths, str) else paths, date):
        if isinstance(item, ReadError):
            failures.append(item)
        else:
            articles.append(item)
    return sorted(articles, key=lambda article: article.id), failures


def own_rules(folder: str | Path | None) -> tuple[Source, ...]:
    """Return the files of rules from outside, for `claims_of`. Raises PatternError if one is wrong."""
    own = own_sources(Path(folder) if folder is not None else None)
    load_patterned(own)
    return own


def claims_of(article: Article, own: tuple[Source, ...] = ()) -> list[Claim]:
    """Return what one article claims, its entities not yet resolved across articles."""
    return extract(annotate(article), load_patterned(own))


def _attempt(work: Callable[[Article], T], article: Article) -> T | ReadError:
    """The outermost boundary of one article: whatever goes wrong in it must not stop the others."""
    try:
        return work(article)
    except Exception as error:
        reason = f"could not be analysed ({type(error).__name__}: {error}); please report this"
        return ReadError(article.id, reason)


def map_articles(
    work: Callable[[Article], T], articles: Iterable[Article], workers: int
) -> Iterator[T | ReadError]:
    """Yield what `work`, a function that can be pickled, makes of each article, in order."""
    attempt = partial(_attempt, work)
    if workers <= 1:
        yield from map(attempt, articles)
        return
    # A fresh interpreter for each worker: forking a process that runs native threads can hang.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(attempt, articles, chunksize=4)
