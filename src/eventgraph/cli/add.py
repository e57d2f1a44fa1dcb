"""`eventgraph add`: more articles for a project."""

from __future__ import annotations

import time
from pathlib import Path

import click

from eventgraph.cli import options
from eventgraph.scale.map import Workers


@click.command()
@options.project
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.date
@options.workers
@options.extractors
@options.pipeline
@options.ask_model
@options.model
@options.quiet
@options.as_json
def add(
    project: Path,
    paths: tuple[str, ...],
    date: str | None,
    workers: Workers,
    extractors: Path | None,
    pipeline: str | None,
    ask_model: str | None,
    model: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add articles to the project in DIR, which is made if need be.

    PATH as in `build`. An article whose id is there is replaced if it has changed. The files are the same
    as if all articles had been built at once. Interrupted, the same command does what is left to do; several
    may run at once.

    Exit code 0: all well; 1: something about some articles failed, the others are added;
    2: nothing was added.
    """
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import report
    from eventgraph.store import check_writable

    start = time.perf_counter()
    check_writable(project)
    from eventgraph import grow  # loads the model, so only now

    with progress_bar(quiet) as show:
        grown = grow.add(
            project,
            paths,
            date=date,
            workers=workers,
            extractors=extractors,
            pipeline=pipeline,
            ask_model=ask_model,
            model=model,
            progress=show,
        )
    report(project, grown, time.perf_counter() - start, quiet, as_json)
