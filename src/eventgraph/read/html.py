"""HTML: the article's text without the page around it, by trafilatura."""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections.abc import Iterator

import msgspec
from msgspec import UNSET

from eventgraph.read.decode import decode
from eventgraph.read.html_limits import check_limits
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, parse_day
from eventgraph.read.source import Source

START = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
# Browsers read these names as Windows-1252, and so must we.
WINDOWS = {"iso8859-1", "ascii"}
# A date guessed from anywhere in the page is worse than none; what is given must not hang on today.
DATES = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}


def read_html(source: Source) -> Iterator[Found]:
    """Yield the one article of a page; what its sidecar says comes before what the page says."""
    html = decode(source.data, find_encoding(source.data))
    check_limits(html)
    page = extract(html)
    if not page.text:
        raise ValueError("is HTML without text of an article")
    yield Found(source.name, source.stem, _overlay(page, source.sidecar))


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


def find_encoding(data: bytes) -> str:
    """Return the encoding a page declares in its first 4096 bytes, else UTF-8."""
    declared = CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    return "cp1252" if name in WINDOWS else name


def _overlay(page: Record, sidecar: Record | None) -> Record:
    known = msgspec.structs.asdict(sidecar) if sidecar else {}
    said = {name: value for name, value in known.items() if value not in (None, UNSET)}
    return msgspec.structs.replace(page, **{**said, "id": None, "text": page.text})


def looks_like_html(data: bytes) -> bool:
    """Tell whether a page begins here."""
    return START.match(data.removeprefix(codecs.BOM_UTF8)[:4096]) is not None


HTML = Reader("HTML", (".html", ".htm", ".xhtml"), looks_like_html, read_html)
