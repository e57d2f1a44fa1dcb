"""`eventgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

import re
from pathlib import Path

import click

PREFIX = re.compile(r"^@prefix\s+([\w.-]*):\s*<([^>]*)>", re.MULTILINE)


@click.command()
@click.argument("graph", metavar="DIR_OR_TTL", type=click.Path(path_type=Path))
@click.argument("query")
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "json"]),
    help="How to print the answer; a table shortens IRIs.",
)
def query(graph: Path, query: str, form: str) -> None:
    """Ask the graph that a build has written.

    QUERY is a .rq file, the name of a query that comes with eventgraph (who-met-whom), or SPARQL
    in quotes, in which the graph's prefixes are known. Nothing outside the graph is ever asked.
    """
    from eventgraph.cli.rows import FORMATS
    from eventgraph.graph.namespaces import PREFIXES
    from eventgraph.graph.query import load_store, run_query

    turtle = read_graph(graph)
    prefixes = dict(PREFIX.findall(turtle.decode("utf-8", "replace")))
    rows = run_query(load_store(turtle), find_query(query), {**PREFIXES, **prefixes})
    names = {namespace: prefix for prefix, namespace in prefixes.items()}
    click.echo(FORMATS[form](rows, names), nl=False)


def read_graph(path: Path) -> bytes:
    """Return the Turtle of a project folder or a file; raises StoreError."""
    from eventgraph.errors import StoreError
    from eventgraph.store import open_project

    file = open_project(path).graph_ttl if path.is_dir() else path
    try:
        return file.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}; name the folder of a build") from error


def find_query(text: str) -> str:
    """Return SPARQL from a file, from a query that comes with eventgraph, or `text` itself.

    Raises UsageError if it is none of these.
    """
    from eventgraph.errors import UsageError
    from eventgraph.resources import find_resource

    if "{" in text:
        return text
    ready = {path.stem: path for path in sorted(find_resource("queries").glob("*.rq"))}
    file = Path(text) if Path(text).is_file() else ready.get(Path(text).stem)
    if file is None:
        raise UsageError(
            f"no query {text!r}: give a .rq file, SPARQL in quotes, or one of {', '.join(ready)}"
        )
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} can't be read: {error}") from error
