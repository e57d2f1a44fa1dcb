"""What a web address answers: one request, bounded in time and size. Nothing on a page is followed."""

from __future__ import annotations

import re
import time
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import eventgraph
from eventgraph.errors import ReadError
from eventgraph.read.name import split_name

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
SILENCE, SECONDS = 20, 120  # the longest silence, and the longest answer
LARGEST = 100_000_000  # bytes
PIECE = 1 << 16
# Only these: a redirect must not lead to ftp:, file: or data:.
HANDLERS = (
    urllib.request.ProxyHandler,
    urllib.request.UnknownHandler,
    urllib.request.HTTPHandler,
    urllib.request.HTTPSHandler,
    urllib.request.HTTPRedirectHandler,
    urllib.request.HTTPDefaultErrorHandler,
    urllib.request.HTTPErrorProcessor,
)
SUFFIXES = {
    "application/atom+xml": ".atom",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/vnd.apache.parquet": ".parquet",
    "application/warc": ".warc",
    "application/x-ndjson": ".jsonl",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/tab-separated-values": ".tsv",
    "text/xml": ".xml",
}
"""Media types that tell a format; what is sent as another one shows it by its first bytes."""


class Answer(NamedTuple):
    """`url` is where redirects led to, `stem` is the address without its scheme."""

    stem: str
    suffix: str
    data: bytes
    url: str
    encoding: str | None


def is_address(path: str) -> bool:
    """Tell a web address from a file."""
    return ADDRESS.match(path) is not None


def fetch(address: str) -> Answer:
    """Ask `address` once. Raises ReadError if there is no answer, or one that is too large or too slow."""
    request = urllib.request.Request(address, headers={"User-Agent": f"eventgraph/{eventgraph.__version__}"})
    try:
        with _make_opener().open(request, timeout=SILENCE) as answer:
            data = _read(address, answer)
            headers, url = answer.headers, answer.geturl()
    except HTTPError as error:
        raise ReadError(address, f"can't be fetched: the answer is {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise ReadError(address, f"can't be fetched: {' '.join(str(reason).split())}") from error
    given = re.sub(r"#.*", "", ADDRESS.sub("", address)).rstrip("/")
    suffix = SUFFIXES.get(headers.get_content_type()) or split_name(urlsplit(url).path)[1].lower()
    return Answer(given, suffix, data, url, headers.get_content_charset())


def _make_opener() -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    return opener


def _read(address: str, answer: HTTPResponse) -> bytes:
    end, pieces, size = time.monotonic() + SECONDS, [], 0
    while piece := answer.read1(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise ReadError(address, f"is too large: more than {LARGEST:,} bytes")
        if time.monotonic() > end:
            raise ReadError(address, f"took longer than {SECONDS} s to answer")
    if answer.length:
        raise ReadError(address, f"broke off {answer.length:,} bytes before the end of its answer")
    return b"".join(pieces)
