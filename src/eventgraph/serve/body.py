"""A request's body, as long as it is small and comes in time."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from eventgraph.serve.errors import RefusedError

SECONDS = 20.0
HEARD = 8 << 20
"""Bytes beyond the limit that are heard out and dropped: whoever closes while the other still sends may
destroy the answer on its way (RFC 9112, section 9.6)."""


async def read_body(request: Request, limit: int) -> bytes:
    """Raises RefusedError: 413 beyond `limit` bytes, 408 if it does not come, 400 if the client leaves."""
    announced = request.headers.get("content-length", "0")
    try:
        body = None
        if not announced.isdecimal() or int(announced) <= limit + HEARD:
            async with asyncio.timeout(SECONDS):
                body = await _read(request, limit)
    except TimeoutError:
        raise RefusedError(408, "the request did not come to its end", {"Connection": "close"}) from None
    except ClientDisconnect:
        raise RefusedError(400, "the client has gone") from None
    if body is None:
        raise RefusedError(413, f"the request is larger than {limit} bytes", {"Connection": "close"})
    return body


async def _read(request: Request, limit: int) -> bytes | None:
    """Return the body, or None if it is larger."""
    body, size = bytearray(), 0
    async for part in request.stream():
        size += len(part)
        if size <= limit:
            body += part
        elif size > limit + HEARD:
            break
    return bytes(body) if size <= limit else None
