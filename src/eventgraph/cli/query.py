"""`eventgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

import re
from pathlib import Path

import click

PREFIX = re.compile(r"^@prefix\s+([\w.-]*):\s*<([^>]*)>", re.MULTILINE)


def show_list(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the queries that come with eventgraph, with what they take, and end."""
    from eventgraph.graph.ready import ready_queries

    if wanted and not context.resilient_parsing:
        for ready in ready_queries().values():
            click.echo(f"{ready.name}\n    {ready.question}")
            for parameter in ready.parameters:
                click.echo(f"    --{parameter.name} {parameter.kind}: {parameter.comment}")
        context.exit()


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("graph", metavar="DIR_OR_TTL", type=click.Path(path_type=Path))
@click.argument("query")
@click.argument("values", nargs=-1, metavar="[--PARAMETER VALUE]...", type=click.UNPROCESSED)
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "json"]),
    help="How to print the answer; a table shortens IRIs.",
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_list,
    help="The queries that come with eventgraph, and their parameters.",
)
def query(graph: Path, query: str, values: tuple[str, ...], form: str) -> None:
    """Ask the graph that a build has written.

    QUERY is a .rq file, the name of a query that comes with eventgraph (who-met-whom --since 2021-05-10),
    or SPARQL in quotes, in which the graph's prefixes are known. Nothing outside the graph is ever asked.
    """
    from eventgraph.cli.rows import FORMATS
    from eventgraph.graph.namespaces import PREFIXES
    from eventgraph.graph.query import load_store, run_query

    sparql = find_query(query, pairs(values))
    turtle = read_graph(graph)
    prefixes = dict(PREFIX.findall(turtle.decode("utf-8", "replace")))
    rows = run_query(load_store(turtle), sparql, {**PREFIXES, **prefixes})
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


def pairs(words: tuple[str, ...]) -> dict[str, str]:
    """Return `--since 2021 --person=X` as a mapping. Raises UsageError for anything else."""
    from eventgraph.errors import UsageError

    found: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        given = value if equals else next(rest, None)
        if not word.startswith("--") or given is None:
            raise UsageError(f"{word!r} stands alone; give a query's values as --since 2021-05-10")
        found[name] = given
    return found


def find_query(text: str, values: dict[str, str]) -> str:
    """Return SPARQL with these values: from a file, a query that comes with eventgraph, or `text` itself.

    Raises UsageError if it is none of these, or takes no such values.
    """
    from eventgraph.errors import UsageError
    from eventgraph.graph.ready import parse_ready, read_ready, ready_queries

    if "{" in text:
        return parse_ready("the query", text).fill(values)
    ready = ready_queries()
    found = read_ready(Path(text)) if Path(text).is_file() else ready.get(Path(text).stem)
    if found is None:
        raise UsageError(
            f"no query {text!r}: give a .rq file, SPARQL in quotes, or one of {', '.join(ready)}"
        )
    return found.fill(values)
