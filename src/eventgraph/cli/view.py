"""`eventgraph view`: the page of a build in the browser."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--print", "print_only", is_flag=True, help="Print the page's path and open nothing.")
def view(folder: Path, print_only: bool) -> None:
    """Open the page that a build has written."""
    import webbrowser

    from eventgraph.store import open_project

    page = open_project(folder).graph_html.resolve()
    if print_only:
        click.echo(page)
    elif not webbrowser.open(page.as_uri()):
        raise click.ClickException(f"no browser could be started; open {page} yourself")
