"""Which triggers fired in vain? The way of `pipeline.py`, but what is kept are firings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from eventgraph.annotate import annotate
from eventgraph.annotate.foreign_pipeline import find_pipeline, load_foreign
from eventgraph.errors import ReadError
from eventgraph.extract import extract
from eventgraph.extract.engine.firings import Firing, firings
from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.patterned import Source, load_patterned, own_sources
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.engine.rules import built_in_files, load_rules
from eventgraph.means import own_rules
from eventgraph.model import Article
from eventgraph.pipeline import Progress, read
from eventgraph.scale import Workers, map_articles


class Audit(NamedTuple):
    """Firings in the order of articles and text; inputs that could not be read; the number of articles."""

    firings: list[Firing]
    failures: list[ReadError]
    articles: int


def audit(
    paths: Sequence[str] | str,
    *,
    date: str | None = None,
    workers: Workers = 1,
    extractors: str | Path | None = None,
    pipeline: str | None = None,
    progress: Progress | None = None,
) -> Audit:
    """Return every sentence in which a rule's trigger fired; arguments and errors as in `build`."""
    used = find_pipeline(pipeline)
    if used:
        load_foreign(used)  # here, and not with every article
    work = partial(firings_of, own=own_rules(extractors), pipeline=used)
    articles, failures = read(paths, date)
    found: list[Firing] = []
    for done, (article, result) in enumerate(
        zip(articles, map_articles(work, articles, workers), strict=True), 1
    ):
        if isinstance(result, ReadError):
            failures.append(result)
        else:
            found += result
        if progress:
            progress(done, len(articles), article)
    return Audit(found, failures, len(articles))


def all_rules(extractors: str | Path | None = None) -> tuple[Rule, ...]:
    """Return the rules that are built in, those of packages and those of a folder. Raises PatternError."""
    return _rules(own_sources(Path(extractors) if extractors is not None else None))


def firings_of(article: Article, own: tuple[Source, ...] = (), pipeline: str | None = None) -> list[Firing]:
    """Return the firings in one article."""
    doc = annotate(article, pipeline)
    return firings(doc, _matcher(own), extract(doc, load_patterned(own)))


@cache
def _rules(own: tuple[Source, ...]) -> tuple[Rule, ...]:
    return load_rules([*built_in_files(), *(source.path for source in own)])


@cache
def _matcher(own: tuple[Source, ...]) -> Matcher:
    return Matcher(_rules(own))
