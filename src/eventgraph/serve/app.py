"""The application: which address is answered by what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from eventgraph.errors import EventgraphError
from eventgraph.graph import mint
from eventgraph.serve.addresses import Addresses, base_of
from eventgraph.serve.endpoint import Endpoint
from eventgraph.serve.errors import RefusedError
from eventgraph.serve.guard import Guard
from eventgraph.serve.limits import Limits
from eventgraph.serve.pages import Pages
from eventgraph.serve.pool import Pool
from eventgraph.store import Project

HERE = Path(__file__).parent


def make_app(
    project: Project, pool: Pool, limits: Limits, token: str | None = None, hosts: Iterable[str] = ()
) -> Starlette:
    """The application over a project and its pool, which has been started.

    `token` allows updates; `hosts` are names of the server besides those of loopback. Raises StoreError if
    the project's articles can't be read.
    """
    endpoint = Endpoint(pool, limits, token)
    addresses = Addresses(base_of(pool.prefixes))
    minted = mint.Mint(addresses.base)
    texts = {str(minted.article(article.id)): article.text for article in project.articles}
    pages = Pages(pool, addresses, texts, project.graph_html)
    return Starlette(
        routes=[
            Route("/sparql", endpoint.sparql, methods=["GET", "POST"]),
            Route("/update", endpoint.update, methods=["POST"]),
            Route("/", pages.home),
            Route("/search", pages.search),
            Route("/query", pages.query),
            Route("/ready/{name}", pages.ready),
            Route("/network", pages.network),
            Route("/id/{path:path}", pages.thing),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Mount("/assets", StaticFiles(directory=HERE / "assets", check_dir=False)),
        ],
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
        exception_handlers={RefusedError: refused, HTTPException: not_here, EventgraphError: failed},
    )


async def refused(request: Request, error: Exception) -> Response:
    """What was asked is not done; one line says why."""
    assert isinstance(error, RefusedError)
    return _line(str(error), error.status, error.headers)


async def not_here(request: Request, error: Exception) -> Response:
    """No such address, or not by this method."""
    assert isinstance(error, HTTPException)
    return _line(error.detail, error.status_code, dict(error.headers or {}))


async def failed(request: Request, error: Exception) -> Response:
    """The folder can't be read or written: no fault of the client's."""
    return _line(str(error), 500, {})


def _line(text: str, status: int, headers: dict[str, str]) -> Response:
    return PlainTextResponse(f"{text}\n".encode("utf-8", "replace"), status, headers)
