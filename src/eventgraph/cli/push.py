"""`eventgraph push`: the graph of a build into any SPARQL 1.1 store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eventgraph.remote.push import Protocol


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--endpoint", required=True, metavar="URL", help="The store's address for PROTOCOL.")
@click.option(
    "--protocol",
    default="store",
    show_default=True,
    type=click.Choice(["store", "update"]),
    help="store: Graph Store Protocol; update: SPARQL Update.",
)
@click.option("--graph", metavar="IRI", help="Named graph to fill; the default graph without it.")
@click.option("--replace", is_flag=True, help="Empty that graph first.")
@click.option("--batch", default=5000, show_default=True, type=click.IntRange(1), help="Triples a request.")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(0.1), help="Seconds.")
def push(
    folder: Path,
    endpoint: str,
    protocol: Protocol,
    graph: str | None,
    replace: bool,
    batch: int,
    timeout: float,
) -> None:
    """Send the graph of a build to a SPARQL store, in batches.

    If it is interrupted, the same command goes on where it was (DIR/push.json). A name and password or a
    token come from the environment: EVENTGRAPH_ENDPOINT_USER and _PASSWORD, or EVENTGRAPH_ENDPOINT_TOKEN.
    """
    from tqdm import tqdm

    from eventgraph.cli.asked import read_graph
    from eventgraph.remote.access import Access
    from eventgraph.remote.endpoint import Endpoint
    from eventgraph.remote.push import NAME, Target, n_triples, named_graph
    from eventgraph.remote.push import push as send

    there = Endpoint(endpoint, Access.from_environment(), timeout)
    target = Target(there, protocol, named_graph(graph) if graph else None)
    lines = list(n_triples(read_graph(folder)))
    with tqdm(total=len(lines), unit="triple", disable=None) as bar:

        def show(done: int) -> None:
            bar.update(done - bar.n)

        sent = send(target, lines, batch, folder / NAME, replace, show)
    click.echo(f"{sent} of {len(lines)} triples sent to {endpoint}")
    if sent == 0:
        click.echo(f"it has them all; remove {folder / NAME} to send them again")
