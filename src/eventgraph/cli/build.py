"""`eventgraph build`: articles to a folder of claims, graph and page."""

from __future__ import annotations

import time
from pathlib import Path

import click

from eventgraph.cli import options
from eventgraph.scale.map import Workers


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@options.date
@options.workers
@click.option("--base", metavar="IRI", help="What the IRIs of people, events and so on start with.")
@options.extractors
@options.pipeline
@options.reconcile
@options.ask_model
@options.model
@options.quiet
@options.as_json
def build(
    paths: tuple[str, ...],
    out: Path,
    date: str | None,
    workers: Workers,
    base: str | None,
    extractors: Path | None,
    pipeline: str | None,
    reconcile: str | None,
    ask_model: str | None,
    model: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build a knowledge graph from articles.

    PATH is a file (text, HTML, PDF, JSONL, CSV, Parquet, RSS, Atom, NITF, NewsML-G2, WARC), a folder, a
    pattern in quotes, a web address, or - for standard input.
    Without any, the sample that comes with eventgraph is built.

    Exit code 0: all well; 1: something about some articles failed, the others are built;
    2: nothing was built.
    """
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import report

    start = time.perf_counter()
    chosen, base = check(paths, out, base)
    from eventgraph.pipeline import build_project  # loads the model, so only now

    with progress_bar(quiet) as show:
        built = build_project(
            chosen,
            out,
            date=date,
            workers=workers,
            base=base,
            extractors=extractors,
            pipeline=pipeline,
            reconcile=reconcile,
            ask_model=ask_model,
            model=model,
            progress=show,
        )
    report(out, built, time.perf_counter() - start, quiet, as_json)


def check(paths: tuple[str, ...], out: Path, base: str | None) -> tuple[tuple[str, ...], str]:
    """Return what to build and its base; raise UsageError or StoreError before any work if it can't be."""
    from eventgraph.errors import StoreError
    from eventgraph.graph.namespaces import DEFAULT_BASE, check_base
    from eventgraph.resources import find_resource
    from eventgraph.store import check_writable, has_store

    check_writable(out)
    if has_store(out):
        raise StoreError(f"{out} has grown by additions; use eventgraph add, or build into another folder")
    return paths or (str(find_resource("data/sample")),), check_base(base or DEFAULT_BASE)
