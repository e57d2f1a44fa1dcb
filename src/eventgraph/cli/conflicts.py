"""`eventgraph conflicts`: what sources tell differently."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from eventgraph.graph.rivals import Rivalry


@click.command()
@click.argument("folder", metavar="PROJECT", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def conflicts(folder: Path, as_json: bool) -> None:
    """List what is stated here and denied there, rival tolls and dates, and rival holders of an office.

    Every version stands with its quotes; nothing is decided.
    """
    from eventgraph.cli.lines import plain
    from eventgraph.graph import Graph
    from eventgraph.graph.rivals import find_rivals
    from eventgraph.store import open_project

    project = open_project(folder)
    graph = Graph(articles=project.articles, claims_all=project.claims)
    rivals = find_rivals(graph.merged, {a.id: a.published for a in graph.articles})
    for rivalry in rivals:
        click.echo(json.dumps(record(rivalry)) if as_json else "\n".join(map(plain, lines(rivalry))))
    if not as_json:
        click.echo(f"({len(rivals)} conflict{'' if len(rivals) == 1 else 's'})")


def record(rivalry: Rivalry) -> dict[str, Any]:
    """The rivalry as a JSON object."""
    versions = [
        {"version": name, "quotes": [{"article": article, "quote": quote} for article, quote in quotes(said)]}
        for name, said in rivalry.versions
    ]
    return {"kind": rivalry.kind, "about": rivalry.about, "versions": versions}


def lines(rivalry: Rivalry) -> list[str]:
    """The rivalry for people: versions, each with its quotes."""
    shown = [f"{rivalry.kind}: {rivalry.about}"]
    for name, said in rivalry.versions:
        shown.append(f"  {name}")
        shown += [f"    [{article}] {' '.join(quote.split())}" for article, quote in quotes(said)]
    return shown


def quotes(claims: Any) -> list[tuple[str, str]]:
    """Articles and quotes, each once, sorted."""
    return sorted({(claim.article, claim.evidence.quote) for claim in claims})
