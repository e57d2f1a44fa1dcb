"""The server's process."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn

from eventgraph.errors import UsageError
from eventgraph.serve.app import make_app
from eventgraph.serve.limits import Limits
from eventgraph.serve.pool import Pool
from eventgraph.store import Project, open_project

# Connections beyond the limit are answered 503 by uvicorn.
SETTINGS: dict[str, Any] = {
    "log_level": "warning",
    "server_header": False,
    "limit_concurrency": 500,
    "timeout_keep_alive": 20,
    "timeout_graceful_shutdown": 2,
    "lifespan": "off",
    "ws": "none",
}


class Door(NamedTuple):
    """Where the server listens, who may change the graph, and what names it has."""

    host: str
    port: int
    token: str | None
    names: tuple[str, ...]


def run(folder: Path, door: Door, limits: Limits, say: Callable[[str], None]) -> None:
    """Serve until interrupted; `say` is told the address. Raises StoreError, or UsageError for the port."""
    project = open_project(folder)
    with suppress(KeyboardInterrupt), _listen(door.host, door.port) as listener:
        asyncio.run(_serve(project, door, limits, listener, say))


async def _serve(
    project: Project, door: Door, limits: Limits, listener: socket.socket, say: Callable[[str], None]
) -> None:
    pool = Pool(project.folder, limits)
    await pool.start()
    try:
        app = make_app(project, pool, limits, door.token, (door.host, *door.names))
        host = f"[{door.host}]" if ":" in door.host else door.host
        address = f"http://{host}:{listener.getsockname()[1]}/"
        access = "takes updates" if door.token else "is read-only"
        say(f"{address} {access}; SPARQL at {address}sparql")
        await uvicorn.Server(uvicorn.Config(app, **SETTINGS)).serve(sockets=[listener])
    finally:
        await pool.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise UsageError(f"{host}, port {port}: {error.strerror}; give another with --port") from error
