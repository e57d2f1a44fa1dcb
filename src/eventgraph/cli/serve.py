"""`eventgraph serve`: the graph of a build over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

TOKEN = "EVENTGRAPH_TOKEN"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0: a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="Another name of this server, for its Host header."
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.1),
    help="Seconds that a query may take.",
)
@click.option(
    "--memory", default=1024, show_default=True, type=click.IntRange(64), help="MiB that a query may take."
)
@click.option(
    "--max-result", default=64, show_default=True, type=click.IntRange(1), help="MiB that an answer may have."
)
@click.option(
    "--cache", default=64, show_default=True, type=click.IntRange(0), help="MiB of answers to remember."
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Queries at once.")
def serve(
    folder: Path,
    port: int,
    host: str,
    allow_host: tuple[str, ...],
    timeout: float,
    memory: int,
    max_result: int,
    cache: int,
    workers: int,
) -> None:
    """Serve a build: SPARQL at /sparql, pages to read, the network.

    It can be asked from this machine alone, unless --host says otherwise, and it is read-only, unless the
    environment variable EVENTGRAPH_TOKEN holds a secret: then SPARQL Update is taken at /update from those
    who send it (Authorization: Bearer), and kept in DIR/updates.jsonl.
    """
    import os

    from eventgraph.errors import UsageError
    from eventgraph.serve.limits import MIB, Limits

    try:
        from eventgraph.serve.run import Door, run
    except ImportError as error:
        raise UsageError(
            f"serve needs {error.name}; pip install 'eventgraph-news[serve]', on Linux or macOS"
        ) from None
    limits = Limits(
        seconds=timeout, memory=memory * MIB, result=max_result * MIB, workers=workers, kept=cache * MIB
    )
    door = Door(host, port, token=os.environ.get(TOKEN) or None, names=allow_host)
    run(folder, door, limits, say=click.echo)
