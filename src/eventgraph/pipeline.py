"""The way of an article: read, annotate, extract, resolve, build; all else is a detail of one of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eventgraph.errors import ReadError
from eventgraph.extract.asked import Found
from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.graph.resolved import Counts
from eventgraph.means import Means, Work, find_means
from eventgraph.model import Article
from eventgraph.read import read_articles, stream_articles
from eventgraph.resolve import resolve
from eventgraph.scale import Spool, Workers, map_articles
from eventgraph.store.copies import find_witnesses, make_signature
from eventgraph.store.outputs import write_project

Progress = Callable[[int, int, Article], None]


class Built(NamedTuple):
    """What a project holds, and which inputs could not be read or analysed.

    `heard` counts what became of the claims that a model server told; None if none was asked.
    """

    counts: Counts
    failures: tuple[ReadError, ...]
    heard: Mapping[str, int] | None = None


def build(
    paths: Sequence[str] | str,
    *,
    date: str | None = None,
    workers: Workers = 1,
    base: str = DEFAULT_BASE,
    extractors: str | Path | None = None,
    pipeline: str | None = None,
    ask_model: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Return the graph of the articles that `paths` name (files, folders, globs, addresses, `-`).

    `date` (ISO) dates articles that have no date of their own. `extractors` is a folder of YAML files with
    rules of your own, beside those built in and those of installed packages. `pipeline` is a spaCy package or
    folder that annotates in the place of our own language model. `ask_model` is the address of a language
    model server (OpenAI's protocol) to be asked for more claims, of the `model` so named, or of its only one.
    `progress` is called with the number done, the number in all, and the article. Inputs that can't be read,
    and articles that the server was not heard on, are in `graph.failures`.
    `workers`: processes of this machine, or the address of a Spark cluster.
    The result does not depend on the order of `paths` nor on `workers`.
    Raises UsageError if a path matches nothing, the pipeline can't be used or the server's model is not
    known, PatternError if a rule is wrong.
    """
    means = find_means(extractors, pipeline, ask_model, model)
    with Spool() as spool:
        failures, _ = _fill(spool, paths, date, means, workers, progress)
        articles, claims = tuple(spool.articles()), resolve(spool.claims())
        witnesses = find_witnesses(spool.signatures())
    return Graph(articles, claims, failures, base, witnesses, pipeline=means.told_pipeline)


def build_project(
    paths: Sequence[str] | str,
    folder: Path,
    *,
    date: str | None = None,
    workers: Workers = 1,
    base: str = DEFAULT_BASE,
    extractors: str | Path | None = None,
    pipeline: str | None = None,
    reconcile: str | None = None,
    ask_model: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Built:
    """Write what `build` returns to a project folder, holding no more articles than are worked on.

    `reconcile` is the address of a W3C reconciliation service to be asked for names.
    If no article can be read nothing is written. Raises as `build` does, and StoreError.
    """
    means = find_means(extractors, pipeline, ask_model, model)
    with Spool() as spool:
        failures, heard = _fill(spool, paths, date, means, workers, progress)
        if not any(spool.signatures()):
            return Built(Counts(0, {}, {}), failures)
        told = means.told_pipeline
        counts = write_project(spool, folder, base, reconcile=reconcile, unread=failures, pipeline=told)
        return Built(counts, failures, heard if means.server else None)


def _fill(
    spool: Spool,
    paths: Sequence[str] | str,
    date: str | None,
    means: Means,
    workers: Workers,
    progress: Progress | None,
) -> tuple[tuple[ReadError, ...], Counter[str]]:
    """Read and analyse the articles into `spool`; return what went wrong, and what a model server told."""
    work = means.work()
    failures, heard = list(spool_articles(spool, paths, date)), Counter[str]()
    for article, found in analyse(work, spool, workers, progress):
        if isinstance(found, ReadError):
            failures.append(found)
            continue
        spool.keep(article.id, found.claims, make_signature(article.text))
        failures += [found.failure] if found.failure else []
        heard += found.heard
    return tuple(failures), heard


def analyse(
    work: Work, spool: Spool, workers: Workers, progress: Progress | None
) -> Iterator[tuple[Article, Found | ReadError]]:
    """Yield the spool's articles with what `work` makes of each, and report the progress."""
    total = len(spool)
    results = map_articles(work, spool.read(), workers)
    for done, (article, found) in enumerate(zip(spool.read(), results, strict=True), 1):
        yield article, found
        if progress:
            progress(done, total, article)


def spool_articles(
    spool: Spool,
    paths: Sequence[str] | str,
    date: str | None,
    unless: Callable[[Article], bool] = lambda article: False,
) -> Iterator[ReadError]:
    """Read the articles that `paths` name into `spool`; yield what can't be read. Raises UsageError."""
    for item in stream_articles([paths] if isinstance(paths, str) else paths, date):
        if isinstance(item, ReadError):
            yield item
        elif not unless(item):
            spool.put(item)


def read(paths: Sequence[str] | str, date: str | None = None) -> tuple[list[Article], list[ReadError]]:
    """Return the articles that `paths` name, sorted by id, and what can't be read. Raises UsageError."""
    items = list(read_articles([paths] if isinstance(paths, str) else paths, date))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, ReadError)]
