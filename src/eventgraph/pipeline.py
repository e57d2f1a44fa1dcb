"""The way of an article: read, annotate, extract, resolve, build; all else is a detail of one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from eventgraph.annotate import annotate
from eventgraph.annotate.foreign_pipeline import find_pipeline, load_foreign, told_pipeline
from eventgraph.errors import ReadError
from eventgraph.extract import extract
from eventgraph.extract.engine.patterned import Source, load_patterned, own_sources
from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.graph.resolved import Counts
from eventgraph.model import Article, Claim
from eventgraph.read import read_articles, stream_articles
from eventgraph.resolve import resolve
from eventgraph.scale import Spool, Workers, map_articles
from eventgraph.store.copies import find_witnesses, make_signature
from eventgraph.store.outputs import write_project

Progress = Callable[[int, int, Article], None]
Work = Callable[[Article], list[Claim]]


class Built(NamedTuple):
    """What a project holds, and which inputs could not be read or analysed."""

    counts: Counts
    failures: tuple[ReadError, ...]


def build(
    paths: Sequence[str] | str,
    *,
    date: str | None = None,
    workers: Workers = 1,
    base: str = DEFAULT_BASE,
    extractors: str | Path | None = None,
    pipeline: str | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Return the graph of the articles that `paths` name (files, folders, globs, addresses, `-`).

    `date` (ISO) dates articles that have no date of their own. `extractors` is a folder of YAML files with
    rules of your own, beside those built in and those of installed packages. `pipeline` is a spaCy package or
    folder that annotates in the place of our own language model. `progress` is called with the number done,
    the number in all, and the article. Inputs that can't be read are in `graph.failures`.
    `workers`: processes of this machine, or the address of a Spark cluster.
    The result does not depend on the order of `paths` nor on `workers`.
    Raises UsageError if a path matches nothing or the pipeline can't be used, PatternError if a rule is
    wrong.
    """
    used = find_pipeline(pipeline)
    with Spool() as spool:
        failures = _fill(spool, paths, date, make_work(own_rules(extractors), used), workers, progress)
        articles, claims = tuple(spool.articles()), resolve(spool.claims())
        witnesses = find_witnesses(spool.signatures())
    return Graph(articles, claims, failures, base, witnesses, pipeline=told_pipeline(used))


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
    progress: Progress | None = None,
) -> Built:
    """Write what `build` returns to a project folder, holding no more articles than are worked on.

    `reconcile` is the address of a W3C reconciliation service to be asked for names.
    If no article can be read nothing is written. Raises as `build` does, and StoreError.
    """
    used = find_pipeline(pipeline)
    with Spool() as spool:
        failures = _fill(spool, paths, date, make_work(own_rules(extractors), used), workers, progress)
        if not any(spool.signatures()):
            return Built(Counts(0, {}, {}), failures)
        told = told_pipeline(used)
        counts = write_project(spool, folder, base, reconcile=reconcile, unread=failures, pipeline=told)
        return Built(counts, failures)


def _fill(
    spool: Spool,
    paths: Sequence[str] | str,
    date: str | None,
    work: Work,
    workers: Workers,
    progress: Progress | None,
) -> tuple[ReadError, ...]:
    """Read and analyse the articles into `spool`; return what went wrong."""
    failures = list(spool_articles(spool, paths, date))
    for article, found in analyse(work, spool, workers, progress):
        if isinstance(found, ReadError):
            failures.append(found)
        else:
            spool.keep(article.id, found, make_signature(article.text))
    return tuple(failures)


def analyse(
    work: Work, spool: Spool, workers: Workers, progress: Progress | None
) -> Iterator[tuple[Article, list[Claim] | ReadError]]:
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


def own_rules(folder: str | Path | None) -> tuple[Source, ...]:
    """Return the files of rules from outside, for `claims_of`. Raises PatternError if one is wrong."""
    own = own_sources(Path(folder) if folder is not None else None)
    load_patterned(own)
    return own


def make_work(own: tuple[Source, ...], pipeline: str | None) -> Work:
    """Return `claims_of` with these rules and this pipeline. Raises UsageError if it can't be used."""
    if pipeline:
        load_foreign(pipeline)  # here, and not with every article
    return partial(claims_of, own=own, pipeline=pipeline)


def claims_of(article: Article, own: tuple[Source, ...] = (), pipeline: str | None = None) -> list[Claim]:
    """Return what one article claims, its entities not yet resolved across articles."""
    return extract(annotate(article, pipeline), load_patterned(own))
