"""`eventgraph explain`: which names are one person or body, and why; which quotes a fact rests on."""

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
    """Say where a fact or a merge comes from.

    NAME_OR_IRI is any name of a person, body or place, its id (person/tony-blair) or its IRI: told is which
    names are one, from which articles, for which reasons, and what speaks against.

    Or it is the IRI of an event, a role or another fact, in full or as tables show it (event:meeting-…): told
    is what is said of it, each quote with its article, and the rule that found it.
    """
    from eventgraph.cli.lines import plain
    from eventgraph.errors import UsageError

    lines = _on_fact(folder, name, base) if set(name) & set(":/") else []
    lines = lines or _on_names(folder, name, base)
    if not lines:
        raise UsageError(
            f"nobody in {folder} is called {name!r}, and nothing; ask eventgraph query for names"
        )
    click.echo("\n".join(map(plain, lines)))


def _on_fact(folder: Path, name: str, base: str) -> list[str]:
    from eventgraph.graph.namespaces import prefixes_below
    from eventgraph.graph.query import load_store
    from eventgraph.graph.told_fact import find_fact, tell_fact
    from eventgraph.store import open_project
    from eventgraph.store.built import built_base

    project, base = open_project(folder), base or built_base(folder)
    prefixes = prefixes_below(base)
    fact, names = find_fact(name, base, prefixes), {space: prefix for prefix, space in prefixes.items()}
    return tell_fact(load_store(project.graph_ttl.read_bytes()), fact, names) if fact else []


def _on_names(folder: Path, name: str, base: str) -> list[str]:
    from eventgraph.cli.resolve import resolution_of
    from eventgraph.graph.namespaces import DEFAULT_BASE
    from eventgraph.resolve.explain import explain as lines_of
    from eventgraph.resolve.explain import find_entities

    resolution = resolution_of(folder)
    found = find_entities(resolution, name, base or DEFAULT_BASE)
    return [line for entity in found for line in ("", *lines_of(resolution, entity))][1:]
