"""HTML: the article's text without the page around it, by trafilatura."""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections.abc import Iterator

from msgspec import UNSET

from eventgraph.read.decode import decode
from eventgraph.read.html_limits import check_limits
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, overlay, parse_day
from eventgraph.read.source import Source

START = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
# Browsers read these names as Windows-1252, and so must we.
WINDOWS = {"iso8859-1", "ascii"}
# A date guessed from anywhere in the page is worse than none; what is given must not hang on today.
DATES = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}


def read_html(source: Source) -> Iterator[Found]:
    """Yield the one article of a page; what its sidecar says comes before what the page says."""
    page = read_page(source.data, source.encoding)
    yield Found(source.name, source.stem, overlay(page, source.sidecar, source.url))


def read_page(data: bytes, encoding: str | None = None) -> Record:
    """Return the article of a page; `encoding` is what its server said. Raises ValueError."""
    html = decode(data, find_encoding(data, encoding))
    check_limits(html)
    page = extract(html)
    if not page.text:
        raise ValueError("is HTML without text of an article")
    return page


def extract(html: str) -> Record:
    """Extract text and metadata of the article on a page; the text is None if there is none."""
    import trafilatura  # a fifth of a second, only for those who read HTML

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    found = trafilatura.extract(
        html, output_format="json", with_metadata=True, include_comments=False, date_extraction_params=DATES
    )
    page = json.loads(found) if found else {}
    return Record(
        title=page.get("title") or None,
        text=page.get("text") or None,
        published=parse_day(page["date"]) if page.get("date") else UNSET,
        url=page.get("source") or None,
        publisher=page.get("source-hostname") or page.get("hostname") or None,
        authors=tuple(name.strip() for name in (page.get("author") or "").split(";") if name.strip()),
        language=page.get("language") or None,
    )


def find_encoding(data: bytes, said: str | None = None) -> str:
    """Return the encoding that is said of a page, or that it declares in its first 4096 bytes, else UTF-8."""
    declared = CHARSET.search(data[:4096])
    for name in (said, declared and declared[1].decode("ascii")):
        try:
            if name and not b"".decode(name):  # some codecs are no encodings of text
                known = codecs.lookup(name).name
                return "cp1252" if known in WINDOWS else known
        except (LookupError, ValueError):
            continue
    return "utf-8"


def looks_like_html(data: bytes) -> bool:
    """Tell whether a page begins here."""
    return START.match(data.removeprefix(codecs.BOM_UTF8)[:4096]) is not None


HTML = Reader("HTML", (".html", ".htm", ".xhtml"), looks_like_html, read_html)
