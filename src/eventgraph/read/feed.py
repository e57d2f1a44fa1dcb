"""RSS and Atom feeds: one article an item, with its full text or its summary. Parsed by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import UNSET, UnsetType

from eventgraph.errors import ReadError
from eventgraph.read.apart import apart
from eventgraph.read.blocks import lines_of_html
from eventgraph.read.decode import normalise_line_ends
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, parse_day
from eventgraph.read.source import LIMIT, Source
from eventgraph.read.xml import root_name

ROOTS = ("rss", "feed", "RDF")
END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*$", re.IGNORECASE | re.DOTALL)
GLOBAL = re.compile(r"[A-Za-z][\w+.-]*:")  # other ids tell items of one feed apart only
MARKUP = ("text/html", "application/xhtml+xml")
OVERRIDDEN = "CharacterEncodingOverride"  # no fault: the server said another encoding


def read_feed(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the item, for each item; then what is wrong with the feed.

    The last item of a feed that was cut short is left out. Raises ValueError if there is no item.
    """
    import feedparser

    if len(source.data) > LIMIT:
        raise ValueError(f"is too large: more than {LIMIT:,} bytes")
    parsed = feedparser.parse(io.BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    whole = END.search(source.data[-10_000:].replace(b"\0", b"")) is not None
    entries = parsed.entries if whole else parsed.entries[:-1]
    if not entries:
        raise ValueError(f"is a feed without an item{'' if whole else '; was it cut short?'}")
    for number, entry in enumerate(entries, 1):
        yield _read_entry(entry, parsed.feed, f"{source.name}: item {number}", f"{source.stem}-{number}")
    if not whole:
        yield ReadError(source.name, f"is cut short; the {len(entries)} whole items are read")
    elif parsed.bozo and type(parsed.bozo_exception).__name__ != OVERRIDDEN:
        reason = f"is no well-formed XML, but its items could be read: {parsed.bozo_exception}"
        yield ReadError(source.name, reason)


def _read_entry(entry: Any, feed: Any, name: str, id: str) -> Found | ReadError:
    content = next(iter(entry.get("content", ())), None) or entry.get("summary_detail") or {}
    try:
        text = _lines(content)
        if not text:
            return ReadError(name, "has no text, only a title")
        published = _find_day(entry)
    except ValueError as error:
        return ReadError(name, str(error))
    link, source = entry.get("link", ""), entry.get("source") or feed
    record = Record(
        id=next((one for one in (entry.get("id", ""), link) if GLOBAL.match(one)), None),
        title=" ".join(_lines(entry.get("title_detail") or {}).split()) or None,
        text=text,
        published=published,
        url=link if link.startswith(("http://", "https://")) else None,
        publisher=source.get("title"),
        authors=tuple(author.name for author in entry.get("authors", ()) if author.get("name")),
        language=content.get("language") or feed.get("language"),
    )
    return Found(name, id, record)


def _lines(content: Any) -> str:
    """Return the lines of a text construct of a feed, plain or marked up."""
    value = content.get("value", "")
    if content.get("type") in MARKUP:
        return lines_of_html(value)
    return normalise_line_ends(value).strip()


def _find_day(entry: Any) -> str | UnsetType:
    """Return the day on the publisher's own clock, where the library gives that of Greenwich."""
    for name in ("published", "updated"):
        for parse in (_parse_mail_day, parse_day):
            with suppress(ValueError):
                return parse(entry.get(name, ""))
        if moment := entry.get(f"{name}_parsed"):
            return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
    return UNSET


def _parse_mail_day(text: str) -> str:
    """Parse a date as RFC 822 has it, which RSS takes its dates from."""
    return parsedate_to_datetime(text).date().isoformat()


def looks_like_feed(head: bytes) -> bool:
    """Tell whether a feed begins here."""
    return root_name(head) in ROOTS


FEED = apart(Reader("RSS or Atom", (".rss", ".atom", ".rdf", ".xml"), looks_like_feed, read_feed))
