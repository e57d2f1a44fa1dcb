"""The way of `pipeline.py` for a project that grows: articles are added, replaced and taken back."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from eventgraph.annotate.foreign_pipeline import OWN
from eventgraph.errors import ReadError, StoreError, UsageError
from eventgraph.extract.asked import Found, extractor_name
from eventgraph.graph import DEFAULT_BASE
from eventgraph.graph.resolved import Counts
from eventgraph.means import Means, find_means
from eventgraph.model import Article
from eventgraph.pipeline import Progress, analyse, spool_articles
from eventgraph.read.find import find_files
from eventgraph.scale import Spool, Workers
from eventgraph.store.built import (
    built_articles,
    built_base,
    built_unread,
    check_asked,
    check_pipeline,
    check_rules,
    is_built,
)
from eventgraph.store.project import has_store
from eventgraph.store.publish import publish
from eventgraph.store.store import Result, Store
from eventgraph.store.version import asked_version, extractor_version

Outcome = tuple[Article, Found | ReadError]
BATCH, SECONDS = 128, 5.0  # what is found is committed after so many articles, or so long


class Grown(NamedTuple):
    """What a project holds now, how many articles were analysed for it, and what went wrong.

    `heard` counts what became of the claims that a model server told; None if none was asked.
    """

    counts: Counts
    analysed: int
    failures: tuple[ReadError, ...]
    heard: Mapping[str, int] | None = None


class Analysis(NamedTuple):
    """How articles of a project are analysed."""

    means: Means
    workers: Workers
    progress: Progress | None

    @property
    def by_rules(self) -> str:
        """The version of pipeline and rules."""
        return extractor_version((source.path for source in self.means.own), self.means.told_pipeline)

    @property
    def version(self) -> str:
        """The version of all that is asked for claims."""
        server = self.means.server
        return asked_version(self.by_rules, extractor_name(server)) if server else self.by_rules


def add(
    project: Path,
    paths: Sequence[str],
    *,
    date: str | None = None,
    workers: Workers = 1,
    extractors: Path | None = None,
    pipeline: str | None = None,
    ask_model: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Grown:
    """Add articles to a project, made if need be; one whose id is there is replaced if it has changed.

    `extractors` and `pipeline` hold for all later additions, too, `ask_model` and `model` (see `build`) for
    this one only; `rebuild` alone changes the pipeline of articles that are there. Killed anywhere, the same
    call does what is left to do. Raises UsageError and StoreError.
    """
    opened = _open(project, extractors, pipeline, ask_model, model, workers, progress)
    with opened as (store, analysis), Spool() as spool:
        _check_pipeline(project, store, analysis.means)
        unless = partial(store.has, extractor=analysis.version)
        failures = list(spool_articles(spool, paths, date, unless))
        store.note_unread(find_files(paths), failures)
        more, heard = _analyse(store, spool, analysis)
        return Grown(publish(store, project), len(spool), (*failures, *more), heard)


def remove(
    project: Path, ids: Sequence[str], *, workers: Workers = 1, progress: Progress | None = None
) -> Grown:
    """Take articles out of a project, and all that only they said; or names of what could not be read.

    Raises StoreError. Ids that are not there are among the failures.
    """
    with _open(_existing(project), workers=workers, progress=progress) as (store, _):
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
    ask_model: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Grown:
    """Analyse again what another version of model or rules has analysed, and write all files anew.

    `reconcile` is the address of a W3C reconciliation service to be asked for names. With `ask_model` (as in
    `build`) articles that its model was not heard on are analysed again. Raises UsageError and StoreError.
    """
    opened = _open(_existing(project), extractors, pipeline, ask_model, model, workers, progress)
    with opened as (store, analysis), Spool() as spool:
        store.use_pipeline(analysis.means.pipeline, analysis.means.told_pipeline)
        for article in store.outdated(analysis.version):
            spool.put(article)
        failures, heard = _analyse(store, spool, analysis)
        counts = publish(store, project, anew=True, reconcile=reconcile)
        return Grown(counts, len(spool), tuple(failures), heard)


@contextmanager
def _open(
    project: Path,
    extractors: Path | None = None,
    pipeline: str | None = None,
    ask_model: str | None = None,
    model: str | None = None,
    workers: Workers = 1,
    progress: Progress | None = None,
) -> Iterator[tuple[Store, Analysis]]:
    """Open the store of a project; what one `build` has written is taken over first."""
    with Store(project) as store:
        means = find_means(extractors or store.rules, pipeline, ask_model, model)
        if not pipeline:
            means = means._replace(pipeline=store.pipeline)
        analysis = Analysis(means, workers, progress)
        if not store.is_complete:
            check_pipeline(project, named=bool(pipeline or means.pipeline))
            store.use_pipeline(means.pipeline, means.told_pipeline)
            _take_over(project, store, analysis)
        if extractors:
            store.use_rules(extractors)
        yield store, analysis


def _take_over(project: Path, store: Store, analysis: Analysis) -> None:
    """The files of a build tell articles whole, but claims only after resolution: so they are found again."""
    if not is_built(project):
        store.complete(DEFAULT_BASE)
        return
    check_rules(project, analysis.means.own)
    check_asked(project, analysis.means.server)
    with Spool() as spool:
        for article in built_articles(project):
            if not store.has(article, analysis.version):
                spool.put(article)
        failures, _ = _analyse(store, spool, analysis)
    if failures:
        raise StoreError(f"{failures[0]}; so {project} can't grow")
    store.note_unread((), built_unread(project))
    store.complete(built_base(project))


def _check_pipeline(project: Path, store: Store, means: Means) -> None:
    """No project holds what two pipelines have annotated: the old articles come first."""
    if means.told_pipeline == store.told_pipeline:
        return
    if any(entry.status == "done" for entry in store.ledger.entries()):
        raise UsageError(
            f"the articles of {project} were annotated by {store.told_pipeline or OWN}; to annotate them "
            f"again: eventgraph rebuild {project} --pipeline {means.pipeline or OWN}"
        )
    store.use_pipeline(means.pipeline, means.told_pipeline)


def _existing(project: Path) -> Path:
    if not (is_built(project) or has_store(project)):
        raise StoreError(f"{project} is no project; run eventgraph build --out {project}")
    return project


def _analyse(store: Store, spool: Spool, analysis: Analysis) -> tuple[list[ReadError], Counter[str] | None]:
    """Analyse the spool's articles into the store; return what went wrong, and what a model server told."""
    work = analysis.means.work()
    failures, heard = list[ReadError](), Counter[str]()
    for batch in _batches(analyse(work, spool, analysis.workers, analysis.progress)):
        _commit(store, batch, analysis)
        for article, found in batch:
            if isinstance(found, ReadError):
                failures.append(ReadError(article.id, found.reason))
                continue
            failures += [found.failure] if found.failure else []
            heard += found.heard
    return failures, heard if analysis.means.server else None


def _commit(store: Store, batch: Sequence[Outcome], analysis: Analysis) -> None:
    """What a server was not heard on is there by the rules, so that it is asked the next time."""
    results: dict[str, list[Result]] = {analysis.version: [], analysis.by_rules: []}
    for article, found in batch:
        unheard = isinstance(found, Found) and found.failure
        results[analysis.by_rules if unheard else analysis.version].append(_result(article, found))
    for version, some in results.items():
        if some:
            store.commit(some, version)


def _result(article: Article, found: Found | ReadError) -> Result:
    if isinstance(found, ReadError):
        return Result(article, (), found.reason)
    return Result(article, found.claims)


def _batches(found: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    batch: list[Outcome] = []
    start = time.monotonic()
    for outcome in found:
        batch.append(outcome)
        if len(batch) == BATCH or time.monotonic() - start > SECONDS:
            yield batch
            batch, start = [], time.monotonic()
    if batch:
        yield batch
