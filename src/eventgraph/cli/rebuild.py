"""`eventgraph rebuild`: a project's files anew, from what its store holds."""

from __future__ import annotations

import time
from pathlib import Path

import click

from eventgraph.cli import options
from eventgraph.scale.map import Workers


@click.command()
@options.project
@options.workers
@options.extractors
@options.pipeline
@options.reconcile
@options.ask_model
@options.model
@options.quiet
@options.as_json
def rebuild(
    project: Path,
    workers: Workers,
    extractors: Path | None,
    pipeline: str | None,
    reconcile: str | None,
    ask_model: str | None,
    model: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write the files of the project in DIR anew.

    Articles that another version of the model or the rules has analysed are analysed again. Articles and the
    judgements of people are kept.
    """
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import report

    start = time.perf_counter()
    from eventgraph import grow  # loads the model, so only now

    with progress_bar(quiet) as show:
        grown = grow.rebuild(
            project,
            workers=workers,
            extractors=extractors,
            pipeline=pipeline,
            reconcile=reconcile,
            ask_model=ask_model,
            model=model,
            progress=show,
        )
    report(project, grown, time.perf_counter() - start, quiet, as_json)
