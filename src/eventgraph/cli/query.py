"""`eventgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from eventgraph.graph.query import Rows

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
@click.argument("words", nargs=-1, metavar="DIR_OR_TTL QUERY [--PARAMETER VALUE]...", type=click.UNPROCESSED)
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint; DIR_OR_TTL is left out.")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds.")
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
def query(words: tuple[str, ...], endpoint: str | None, timeout: float, form: str) -> None:
    """Ask the graph that a build has written, or a remote one.

    QUERY is a .rq file, the name of a query that comes with eventgraph (who-met-whom --since 2021-05-10),
    or SPARQL in quotes, in which the graph's prefixes are known. Nothing outside the graph is ever asked.
    In TriG (export --to trig) every article is a graph of its own: GRAPH ?article { … }.
    A remote store gets its name and password or token from the environment, as push does.
    """
    from eventgraph.cli.rows import FORMATS

    rows, prefixes = ask_remote(words, endpoint, timeout) if endpoint else ask_here(words, timeout)
    names = {namespace: prefix for prefix, namespace in prefixes.items()}
    click.echo(FORMATS[form](rows, names), nl=False)


def ask_here(words: tuple[str, ...], seconds: float) -> tuple[Rows, Mapping[str, str]]:
    """The rows from a project or file, and the prefixes of its graph."""
    from eventgraph.graph.bounded import run_bounded
    from eventgraph.graph.namespaces import PREFIXES

    graph, query, values = _split(words, "DIR_OR_TTL", "QUERY")
    sparql = find_query(query, pairs(values))
    turtle = read_graph(Path(graph))
    prefixes = dict(PREFIX.findall(turtle.decode("utf-8", "replace")))
    return run_bounded(turtle, sparql, {**PREFIXES, **prefixes}, seconds), prefixes


def ask_remote(words: tuple[str, ...], address: str, seconds: float) -> tuple[Rows, Mapping[str, str]]:
    """The rows from a SPARQL endpoint, and the prefixes that we know."""
    from eventgraph.graph.namespaces import DEFAULT_BASE, prefixes_below
    from eventgraph.remote.access import Access
    from eventgraph.remote.ask import run_remote
    from eventgraph.remote.endpoint import Endpoint

    query, values = _split(words, "QUERY")
    prefixes = prefixes_below(DEFAULT_BASE)
    endpoint = Endpoint(address, Access.from_environment(), seconds)
    return run_remote(endpoint, find_query(query, pairs(values)), prefixes), prefixes


def _split(words: tuple[str, ...], *names: str) -> tuple[Any, ...]:
    """The words with these names, then a tuple of the rest."""
    if len(words) < len(names):
        raise click.UsageError(f"Missing argument '{names[len(words)]}'.")
    return *words[: len(names)], words[len(names) :]


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
