"""`/sparql` and `/update`: the SPARQL 1.1 Protocol."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eventgraph.serve.description import describe
from eventgraph.serve.errors import RefusedError
from eventgraph.serve.formats import GRAPHS, RESULTS, SHORT, content_type
from eventgraph.serve.limits import Limits
from eventgraph.serve.messages import Answer, Query, Update
from eventgraph.serve.negotiate import choose, parse_accept
from eventgraph.serve.pool import Pool
from eventgraph.serve.protocol import Operation, read_query, read_update

DATASET = "the update's own dataset is used: name graphs in it, not by using-graph-uri"


def choose_formats(accept: str | None, short: str | None) -> tuple[str | None, str | None]:
    """Media types for solutions and for graphs; `short` (`csv`, `ttl`) goes before the Accept header."""
    if short is not None:
        media = SHORT.get(short)
        if media is None:
            raise RefusedError(400, f"format can be one of {', '.join(SHORT)}")
        return (media if media in RESULTS else None), (_graph_format(short))
    ranges = parse_accept(accept)
    return choose(ranges, RESULTS), choose(ranges, GRAPHS)


def _graph_format(short: str) -> str | None:
    media = "application/rdf+xml" if short == "xml" else SHORT[short]
    return media if media in GRAPHS else None


def respond(answer: Answer) -> Response:
    """The answer over HTTP."""
    headers = {"Vary": "Accept"}
    if answer.status == 503:
        headers["Retry-After"] = "5"
    return Response(answer.body, answer.status, headers, answer.media)


class Endpoint:
    """Handlers for the two addresses. `token` allows updates; None refuses them all."""

    def __init__(self, pool: Pool, limits: Limits, token: str | None) -> None:
        self.pool, self.limits, self.token = pool, limits, token

    async def sparql(self, request: Request) -> Response:
        """Answer a query; without any, describe the service, or lead a reader to the query page."""
        if request.method != "POST" and not request.scope["query_string"]:
            return self._describe(request)
        operation = await read_query(request, self.limits.request)
        results, graph = choose_formats(request.headers.get("accept"), operation.format)
        if results is None and graph is None:
            raise RefusedError(406, f"we can give {', '.join([*RESULTS, *GRAPHS])}")
        return respond(await self.pool.query(make_query(operation, results, graph)))

    async def update(self, request: Request) -> Response:
        """Carry out an update of whoever has the token."""
        self._authorise(request)
        operation = await read_update(request, self.limits.request)
        if operation.default is not None or operation.named is not None:
            raise RefusedError(400, DATASET)
        return respond(await self.pool.update(Update(operation.sparql)))

    def _describe(self, request: Request) -> Response:
        media = choose(parse_accept(request.headers.get("accept")), [*GRAPHS, "text/html"])
        if media is None:
            raise RefusedError(406, f"the description of the service comes as {', '.join(GRAPHS)}")
        if media == "text/html":
            return RedirectResponse("/query", 303, {"Vary": "Accept"})
        address = f"{request.scope['scheme']}://{request.headers['host']}/sparql"
        content = describe(address, GRAPHS[media], self.token is not None)
        return Response(content, 200, {"Vary": "Accept"}, content_type(media))

    def _authorise(self, request: Request) -> None:
        if self.token is None:
            raise RefusedError(403, "this server is read-only; start it with a token to allow updates")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secrets.compare_digest(
            given.strip().encode("utf-8", "replace"), self.token.encode()
        ):
            raise RefusedError(401, "updates need the token", {"WWW-Authenticate": "Bearer"})


def make_query(operation: Operation, results: str | None, graph: str | None) -> Query:
    """The query for the pool."""
    return Query(operation.sparql, results, graph, operation.default, operation.named)
