"""`eventgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

from pathlib import Path

import click

from eventgraph.cli.asked import Asked, ask_here, ask_remote

FORMS = {".html": "html", ".htm": "html", ".svg": "svg", ".csv": "csv", ".json": "json"}
"""What a file's ending says of its format."""


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
    type=click.Choice(["table", "csv", "json", "html", "svg"]),
    help="How to print the answer; a table, which it is by itself, shortens IRIs; html and svg are pictures.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write it here; .html is a picture.",
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_list,
    help="The queries that come with eventgraph, and their parameters.",
)
def query(
    words: tuple[str, ...], endpoint: str | None, timeout: float, form: str | None, output: Path | None
) -> None:
    """Ask the graph that a build has written, or a remote one.

    QUERY is a .rq file, the name of a query that comes with eventgraph (who-met-whom --since 2021-05-10),
    or SPARQL in quotes, in which the graph's prefixes are known. Nothing outside the graph is ever asked.
    In TriG (export --to trig) every article is a graph of its own: GRAPH ?article { … }.
    A remote store gets its name and password or token from the environment, as push does.
    A picture joins what each row names, by IRI or name: the first with each of the others.
    """
    asked = ask_remote(words, endpoint, timeout) if endpoint else ask_here(words, timeout)
    content = _format(asked, form or FORMS.get(output.suffix.lower() if output else "", "table"))
    if output is None:
        click.echo(content, nl=False)
    else:
        write(output, content)


def _format(asked: Asked, form: str) -> str:
    from eventgraph.cli.picture import PICTURES
    from eventgraph.cli.rows import FORMATS

    rows = asked.ask(asked.sparql)
    names = {namespace: prefix for prefix, namespace in asked.prefixes.items()}
    if form in PICTURES:
        return PICTURES[form](rows, asked.sparql, asked.ask, names)
    return FORMATS[form](rows, names)


def write(path: Path, content: str) -> None:
    """Write the answer to a file. Raises StoreError."""
    from eventgraph.errors import StoreError

    try:
        path.write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise StoreError(f"{path} can't be written: {error.strerror}") from error
