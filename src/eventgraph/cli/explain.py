"""`eventgraph explain`: which names are one person or body, and why."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="PROJECT", type=click.Path(path_type=Path))
@click.argument("name", metavar="NAME_OR_IRI")
@click.option(
    "--base", metavar="IRI", default="", help="What the project's IRIs start with, if not the usual."
)
def explain(folder: Path, name: str, base: str) -> None:
    """Say which names are one entity, from which articles, for which reasons, and what speaks against.

    NAME_OR_IRI is any of its names, its id (person/tony-blair) or its IRI.
    """
    from eventgraph.cli.lines import plain
    from eventgraph.cli.resolve import resolution_of
    from eventgraph.errors import UsageError
    from eventgraph.graph.namespaces import DEFAULT_BASE
    from eventgraph.resolve.explain import explain as lines_of
    from eventgraph.resolve.explain import find_entities

    resolution = resolution_of(folder)
    found = find_entities(resolution, name, base or DEFAULT_BASE)
    if not found:
        raise UsageError(f"nobody in {folder} is called {name!r}; look for names with eventgraph query")
    click.echo("\n\n".join("\n".join(map(plain, lines_of(resolution, entity))) for entity in found))
