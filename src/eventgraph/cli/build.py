"""`eventgraph build`: articles to a folder of claims, graph and page."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eventgraph.graph import Graph


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date of the articles that have none of their own.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes to use.")
@click.option("--base", metavar="IRI", help="What the IRIs of people, events and so on start with.")
@click.option(
    "--extractors",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder with rules of your own (YAML files).",
)
@click.option("--quiet", is_flag=True, help="No progress bar and no summary.")
@click.option("--json", "as_json", is_flag=True, help="Summary as JSON.")
def build(
    paths: tuple[str, ...],
    out: Path,
    date: str | None,
    workers: int,
    base: str | None,
    extractors: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build a knowledge graph from articles.

    PATH is a file (text, HTML, JSONL), a folder, a pattern in quotes, or - for standard input.
    Without any, the sample that comes with eventgraph is built.

    Exit code 0: all well; 1: something about some articles failed, the others are built;
    2: nothing was built.
    """
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import format_summary, summarise
    from eventgraph.graph.namespaces import DEFAULT_BASE, check_base
    from eventgraph.resources import find_resource
    from eventgraph.store import check_writable

    start = time.perf_counter()
    check_writable(out)
    base = check_base(base or DEFAULT_BASE)
    chosen = paths or (str(find_resource("data/sample")),)
    from eventgraph.pipeline import build as build_graph  # loads the model, so only now

    with progress_bar(quiet) as progress:
        graph = build_graph(
            chosen, date=date, workers=workers, base=base, extractors=extractors, progress=progress
        )
    report_failures(graph)
    graph.save(out)
    summary = summarise(graph, out, time.perf_counter() - start)
    if as_json:
        click.echo(json.dumps(summary))
    elif not quiet:
        click.echo(format_summary(summary))
    sys.exit(1 if graph.failures else 0)


def report_failures(graph: Graph) -> None:
    """Print what could not be read, a line each; raises UsageError if that leaves no article."""
    from eventgraph.errors import UsageError

    for failure in graph.failures:
        click.echo(f"eventgraph: {failure}", err=True)
    if not graph.articles:
        raise UsageError("no article could be read, so there is nothing to build")
