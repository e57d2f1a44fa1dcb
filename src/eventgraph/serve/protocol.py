"""Requests of the SPARQL 1.1 Protocol (W3C Recommendation, 21 March 2013): what they ask, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request

from eventgraph.serve.body import read_body
from eventgraph.serve.errors import RefusedError

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
CHARSET = re.compile(r"charset\s*=\s*\"?([\w-]+)", re.IGNORECASE)
# RFC 3987, as far as it matters: absolute, and without what must be escaped.
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")


class Operation(NamedTuple):
    """SPARQL text and the dataset that the request names; None where it names none."""

    sparql: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None
    format: str | None = None


async def read_query(request: Request, limit: int) -> Operation:
    """The query of a GET or POST (sections 2.1.1 to 2.1.3). Raises RefusedError with the right status."""
    pairs = parameters(request)
    if request.method == "POST":
        media = media_type(request)
        text = await read_text(request, limit)
        if media == FORM:
            pairs += read_pairs(text)
        elif media == QUERY:
            pairs.append(("query", text))
        else:
            raise RefusedError(415, f"POST a query as {QUERY} or {FORM}")
    return _operation(pairs, "query", "default-graph-uri", "named-graph-uri")


async def read_update(request: Request, limit: int) -> Operation:
    """The update of a POST (sections 2.2.1 and 2.2.2). Raises RefusedError with the right status."""
    media = media_type(request)
    pairs = parameters(request)
    if any(name == "update" for name, _ in pairs):
        raise RefusedError(400, "an update is sent in the body, not in the address")
    text = await read_text(request, limit)
    if media == FORM:
        pairs += read_pairs(text)
    elif media == UPDATE:
        pairs.append(("update", text))
    else:
        raise RefusedError(415, f"POST an update as {UPDATE} or {FORM}")
    return _operation(pairs, "update", "using-graph-uri", "using-named-graph-uri")


def parameters(request: Request) -> list[tuple[str, str]]:
    """Names and values in the address. Raises RefusedError if they are no percent-encoded UTF-8."""
    try:
        return read_pairs(request.scope["query_string"].decode("ascii"))
    except UnicodeDecodeError:
        raise RefusedError(400, "the address is not percent-encoded") from None


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Names and values of a query string or form. Raises RefusedError if it is no UTF-8, or has too many."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError:
        raise RefusedError(400, "the parameters are no percent-encoded UTF-8, or too many") from None


def media_type(request: Request) -> str:
    """The body's type, without parameters. Raises RefusedError for a charset other than UTF-8."""
    header = request.headers.get("content-type", "")
    charset = CHARSET.search(header)
    if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise RefusedError(415, "send UTF-8")
    return header.partition(";")[0].strip().lower()


async def read_text(request: Request, limit: int) -> str:
    """The body. Raises RefusedError if it is too large or no UTF-8."""
    try:
        return (await read_body(request, limit)).decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the body is no UTF-8") from None


def _operation(pairs: list[tuple[str, str]], name: str, default: str, named: str) -> Operation:
    texts = _all(pairs, name)
    if len(texts) != 1:
        raise RefusedError(400, f"give one {name}, not {len(texts)}")
    dataset = [_iris(_all(pairs, graph)) for graph in (default, named)]
    return Operation(texts[0], dataset[0], dataset[1], next(iter(_all(pairs, "format")), None))


def _all(pairs: Iterable[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in pairs if key == name]


def _iris(texts: list[str]) -> tuple[str, ...] | None:
    for text in texts:
        if not IRI.fullmatch(text):
            raise RefusedError(400, "the name of a graph is no absolute IRI")
    return tuple(texts) or None
