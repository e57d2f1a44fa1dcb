"""The way of `pipeline.py` for a project that grows: articles are added, replaced and taken back."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from eventgraph.annotate.foreign_pipeline import OWN, find_pipeline, told_pipeline
from eventgraph.errors import ReadError, StoreError, UsageError
from eventgraph.extract.engine.patterned import Source
from eventgraph.graph import DEFAULT_BASE
from eventgraph.graph.resolved import Counts
from eventgraph.model import Article, Claim
from eventgraph.pipeline import Progress, analyse, make_work, own_rules, spool_articles
from eventgraph.read.find import find_files
from eventgraph.scale import Spool, Workers
from eventgraph.store.built import (
    built_articles,
    built_base,
    built_unread,
    check_pipeline,
    check_rules,
    is_built,
)
from eventgraph.store.project import has_store
from eventgraph.store.publish import publish
from eventgraph.store.store import Result, Store
from eventgraph.store.version import extractor_version

BATCH, SECONDS = 128, 5.0  # what is found is committed after so many articles, or so long


class Grown(NamedTuple):
    """What a project holds now, how many articles were analysed for it, and what went wrong."""

    counts: Counts
    analysed: int
    failures: tuple[ReadError, ...]


class Analysis(NamedTuple):
    """How articles of a project are analysed."""

    own: tuple[Source, ...]
    pipeline: str | None
    workers: Workers
    progress: Progress | None

    @property
    def told_pipeline(self) -> str:
        """The version of the pipeline, "" for our own."""
        return told_pipeline(self.pipeline)

    @property
    def version(self) -> str:
        """The version of model and rules."""
        return extractor_version((source.path for source in self.own), self.told_pipeline)


def add(
    project: Path,
    paths: Sequence[str],
    *,
    date: str | None = None,
    workers: Workers = 1,
    extractors: Path | None = None,
    pipeline: str | None = None,
    progress: Progress | None = None,
) -> Grown:
    """Add articles to a project, made if need be; one whose id is there is replaced if it has changed.

    `extractors` and `pipeline` hold for all later additions, too; `rebuild` alone changes the pipeline of
    articles that are there. Killed anywhere, the same call does what is left to do.
    Raises UsageError and StoreError.
    """
    with _open(project, extractors, pipeline, workers, progress) as (store, analysis), Spool() as spool:
        _check_pipeline(project, store, analysis)
        unless = partial(store.has, extractor=analysis.version)
        failures = list(spool_articles(spool, paths, date, unless))
        store.note_unread(find_files(paths), failures)
        failures += _analyse(store, spool, analysis)
        return Grown(publish(store, project), len(spool), tuple(failures))


def remove(
    project: Path, ids: Sequence[str], *, workers: Workers = 1, progress: Progress | None = None
) -> Grown:
    """Take articles out of a project, and all that only they said; or names of what could not be read.

    Raises StoreError. Ids that are not there are among the failures.
    """
    with _open(_existing(project), None, None, workers, progress) as (store, _):
        there = store.remove(ids)
        missing = [ReadError(id, "is the id of no article here") for id in ids if id not in there]
        return Grown(publish(store, project), 0, tuple(missing))


def rebuild(
    project: Path,
    *,
    workers: Workers = 1,
    extractors: Path | None = None,
    pipeline: str | None = None,
    reconcile: str | None = None,
    progress: Progress | None = None,
) -> Grown:
    """Analyse again what another version of model or rules has analysed, and write all files anew.

    `reconcile` is the address of a W3C reconciliation service to be asked for names. Raises StoreError.
    """
    there = _existing(project)
    with _open(there, extractors, pipeline, workers, progress) as (store, analysis), Spool() as spool:
        store.use_pipeline(analysis.pipeline, analysis.told_pipeline)
        for article in store.outdated(analysis.version):
            spool.put(article)
        failures = _analyse(store, spool, analysis)
        return Grown(publish(store, project, anew=True, reconcile=reconcile), len(spool), tuple(failures))


@contextmanager
def _open(
    project: Path,
    extractors: Path | None,
    pipeline: str | None,
    workers: Workers,
    progress: Progress | None,
) -> Iterator[tuple[Store, Analysis]]:
    """Open the store of a project; what one `build` has written is taken over first."""
    with Store(project) as store:
        folder = extractors or store.rules
        used = find_pipeline(pipeline) if pipeline else store.pipeline
        analysis = Analysis(own_rules(folder), used, workers, progress)
        if not store.is_complete:
            check_pipeline(project, named=bool(pipeline or used))
            store.use_pipeline(used, analysis.told_pipeline)
            _take_over(project, store, analysis)
        if extractors:
            store.use_rules(extractors)
        yield store, analysis


def _take_over(project: Path, store: Store, analysis: Analysis) -> None:
    """The files of a build tell articles whole, but claims only after resolution: so they are found again."""
    if not is_built(project):
        store.complete(DEFAULT_BASE)
        return
    check_rules(project, analysis.own)
    with Spool() as spool:
        for article in built_articles(project):
            if not store.has(article, analysis.version):
                spool.put(article)
        failures = _analyse(store, spool, analysis)
    if failures:
        raise StoreError(f"{failures[0]}; so {project} can't grow")
    store.note_unread((), built_unread(project))
    store.complete(built_base(project))


def _check_pipeline(project: Path, store: Store, analysis: Analysis) -> None:
    """No project holds what two pipelines have annotated: the old articles come first."""
    if analysis.told_pipeline == store.told_pipeline:
        return
    if any(entry.status == "done" for entry in store.ledger.entries()):
        raise UsageError(
            f"the articles of {project} were annotated by {store.told_pipeline or OWN}; to annotate them "
            f"again: eventgraph rebuild {project} --pipeline {analysis.pipeline or OWN}"
        )
    store.use_pipeline(analysis.pipeline, analysis.told_pipeline)


def _existing(project: Path) -> Path:
    if not (is_built(project) or has_store(project)):
        raise StoreError(f"{project} is no project; run eventgraph build --out {project}")
    return project


def _analyse(store: Store, spool: Spool, analysis: Analysis) -> list[ReadError]:
    work = make_work(analysis.own, analysis.pipeline)
    failures: list[ReadError] = []
    for batch in _batches(analyse(work, spool, analysis.workers, analysis.progress)):
        store.commit(batch, analysis.version)
        failures += [ReadError(result.article.id, result.reason) for result in batch if result.reason]
    return failures


def _batches(found: Iterable[tuple[Article, list[Claim] | ReadError]]) -> Iterator[list[Result]]:
    batch: list[Result] = []
    start = time.monotonic()
    for article, claims in found:
        failure = claims.reason if isinstance(claims, ReadError) else None
        batch.append(Result(article, () if isinstance(claims, ReadError) else claims, failure))
        if len(batch) == BATCH or time.monotonic() - start > SECONDS:
            yield batch
            batch, start = [], time.monotonic()
    if batch:
        yield batch
