"""A request's body, as long as it is small and comes in time."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from eventgraph.serve.errors import RefusedError

SECONDS = 20.0


async def read_body(request: Request, limit: int) -> bytes:
    """Raises RefusedError: 413 beyond `limit` bytes, 408 if it does not come, 400 if the client leaves."""
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > limit:
        raise RefusedError(413, f"the request is larger than {limit} bytes", {"Connection": "close"})
    try:
        async with asyncio.timeout(SECONDS):
            return await _read(request, limit)
    except TimeoutError:
        raise RefusedError(408, "the request did not come to its end", {"Connection": "close"}) from None
    except ClientDisconnect:
        raise RefusedError(400, "the client has gone") from None


async def _read(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise RefusedError(413, f"the request is larger than {limit} bytes", {"Connection": "close"})
    return bytes(body)
