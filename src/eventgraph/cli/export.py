"""`eventgraph export`: the graph of a build for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventgraph.export.exporters import EXPORTERS

if TYPE_CHECKING:
    from eventgraph.export.shapes import Shape

NAMES = [exporter.name for exporter in EXPORTERS]


def show_list(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the formats and end."""
    if wanted and not context.resilient_parsing:
        rows = [("format", "files", "shapes", "for"), *(_row(*exporter) for exporter in EXPORTERS)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
            click.echo("  ".join(cells).rstrip())
        context.exit()


def _row(name: str, _: str, files: str, shapes: bool, tools: str) -> tuple[str, str, str, str]:
    return name, files, "simple, full" if shapes else "", tools


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--to", "to", required=True, type=click.Choice(NAMES), metavar="FORMAT", help="One of --list.")
@click.option(
    "-o",
    "--out",
    "path",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write; for neo4j, csv and parquet a folder.",
)
@click.option(
    "--shape",
    type=click.Choice(["simple", "full"]),
    help="simple (as it is unless said otherwise): an edge an event; full: events and memberships as nodes.",
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_list,
    help="Which tool takes which.",
)
def export(folder: Path, to: str, path: Path, shape: Shape | None) -> None:
    """Write the graph of a build in a format that another tool reads.

    The RDF formats and ftm hold everything and have no shapes.
    """
    from eventgraph.errors import UsageError
    from eventgraph.export.exporters import export as write
    from eventgraph.export.exporters import get_exporter
    from eventgraph.export.load import load_graph

    if shape and not get_exporter(to).shapes:
        raise UsageError(f"{to} has no shapes, it holds everything; leave --shape out")
    write(load_graph(folder), to, path, shape or "simple")
