"""`eventgraph remove`: articles are taken back, with all that only they said."""

from __future__ import annotations

import time
from pathlib import Path

import click

from eventgraph.cli import options
from eventgraph.scale.map import Workers


@click.command()
@options.project
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@options.workers
@options.quiet
@options.as_json
def remove(project: Path, ids: tuple[str, ...], workers: Workers, quiet: bool, as_json: bool) -> None:
    """Take the articles with these IDs out of the project in DIR.

    Every claim, entity and event that only they support goes with them; judgements of people stay. An
    input that could not be read is told no more if its name, as `status` tells it, is given.

    Exit code 0: all well; 1: some IDs are not there, the others are removed; 2: nothing was done.
    """
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import report

    start = time.perf_counter()
    from eventgraph import grow  # loads the model, so only now

    with progress_bar(quiet) as show:
        grown = grow.remove(project, ids, workers=workers, progress=show)
    report(project, grown, time.perf_counter() - start, quiet, as_json)
