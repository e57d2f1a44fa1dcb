"""`eventgraph status`: what a project holds, and what is to be done about it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from eventgraph.cli import options


@click.command()
@options.project
@options.as_json
def status(project: Path, as_json: bool) -> None:
    """Tell what the project in DIR holds, what has failed, and whether its files are current."""
    from eventgraph.cli.summary import format_rows
    from eventgraph.store.status import get_status

    found = get_status(project)
    if as_json:
        click.echo(json.dumps(found._asdict()))
        return
    told = {name: value for name, value in found._asdict().items() if name != "failures"}
    rows = {name: str(value) for name, value in told.items() if value is not None}
    click.echo(format_rows(rows))
    for id, reason in found.failures.items():
        click.echo(f"failed        {id}: {reason}")
