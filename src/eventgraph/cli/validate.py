"""`eventgraph validate`: does the graph of a build fulfil what is promised of it?"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eventgraph.validate import Engine, Violations

SHOWN = 20


@click.command()
@click.argument("graph", metavar="DIR_OR_TTL", type=click.Path(path_type=Path))
@click.option(
    "--engine",
    default="sparql",
    show_default=True,
    type=click.Choice(["sparql", "pyshacl"]),
    help="sparql is fit for whole corpora; pyshacl is the reference, and slow.",
)
@click.option("--shapes", type=click.Path(path_type=Path), help="Shapes of your own (SHACL in Turtle).")
@click.option("--json", "as_json", is_flag=True, help="All violations, as JSON.")
def validate(graph: Path, engine: Engine, shapes: Path | None, as_json: bool) -> None:
    """Check a graph against the shapes of the ontology.

    In the folder of a build every quote is compared with its article, too.

    Exit code 0: it conforms; 1: something is wrong; 2: it could not be checked.
    """
    from eventgraph.cli.asked import read_graph
    from eventgraph.store import open_project
    from eventgraph.validate import validate as find

    start = time.perf_counter()
    turtle = read_graph(graph)
    articles = open_project(graph).articles if graph.is_dir() else None
    found = find(turtle, articles, engine, shapes)
    if as_json:
        click.echo(json.dumps([violation._asdict() for violation in found], ensure_ascii=False, indent=1))
    else:
        click.echo(format_violations(found, time.perf_counter() - start), nl=False)
    sys.exit(1 if found else 0)


def format_violations(found: Violations, seconds: float) -> str:
    """A line each, at most SHOWN of them, and how many there are in how much."""
    checked = f"({found.triples:,} triples, {seconds:.1f} s)"
    if not found:
        return f"conforms  {checked}\n"
    lines = [
        f"{v.focus}  {v.path or 'itself'}  {v.component}  {v.value or ''}  {v.shape}" for v in found[:SHOWN]
    ]
    more = [f"… and {len(found) - SHOWN} more; --json shows all"] if len(found) > SHOWN else []
    total = f"{len(found)} violation{'' if len(found) == 1 else 's'}  {checked}"
    return "".join(f"{_printable(line)}\n" for line in (*lines, *more, total))


def _printable(line: str) -> str:
    """Nothing in a name or quote can move the terminal's cursor."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line).rstrip()
