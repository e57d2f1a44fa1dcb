"""The way from paths to articles; what can't be read is a value, so that the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import UNSET

from eventgraph.errors import ReadError, UsageError
from eventgraph.model import Article
from eventgraph.read.feed import FEED
from eventgraph.read.find import find_files
from eventgraph.read.html import HTML
from eventgraph.read.jsonl import JSONL
from eventgraph.read.make import check_date, make_article
from eventgraph.read.newsml import NEWSML
from eventgraph.read.nitf import NITF
from eventgraph.read.parquet import PARQUET
from eventgraph.read.pdf import PDF
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import parse_day
from eventgraph.read.source import STDIN, Source, open_source
from eventgraph.read.table import TABLE
from eventgraph.read.text import TEXT
from eventgraph.read.unread import short_name
from eventgraph.read.warc import WARC

# Tried in this order for input without a suffix: the last one takes anything.
READERS: tuple[Reader, ...] = (PDF, PARQUET, WARC, HTML, FEED, NEWSML, NITF, JSONL, TABLE, TEXT)

Named = tuple[str, Article | ReadError]


def read_articles(paths: Sequence[str], date: str | None = None) -> Iterator[Article | ReadError]:
    """Read files, folders (to the bottom), patterns, web addresses and `-`; yield articles sorted by id, then
    errors.

    `date` (YYYY-MM-DD) is the date of all articles that have none. An article without any is
    yielded and comes with an error that says so, unless its record says `published: null`.
    Raises UsageError if a path matches nothing or `date` is no date.
    """
    found = list(stream_articles(paths, date))
    yield from sorted((item for item in found if isinstance(item, Article)), key=lambda article: article.id)
    yield from (item for item in found if isinstance(item, ReadError))


def stream_articles(paths: Sequence[str], date: str | None = None) -> Iterator[Article | ReadError]:
    """Read as `read_articles` does, one file in memory at a time; yield articles and errors as they come.

    Of articles with one id the first is kept; files come sorted, so it is always the same.
    """
    try:
        day = date and parse_day(date)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from error
    kept: dict[str, tuple[str, str]] = {}
    for path in find_files(paths):
        for name, item in _read(path, day):
            if isinstance(item, ReadError):
                item.path = path
                yield item
            elif kept.setdefault(item.id, (name, path)) == (name, path):
                yield item
            else:
                yield _same_id(name, path, item.id, *kept[item.id])


def _same_id(name: str, path: str, id: str, kept: str, kept_path: str) -> ReadError:
    reason = f"has the id {id!r} of %s, which is kept; rename it"
    told = short_name(kept_path) + kept.removeprefix(kept_path)
    return ReadError(name, reason % kept, path, reason % told)


def get_reader(source: Source) -> Reader:
    """Return the reader of a source's suffix, else of its first bytes. Raises ValueError if there is none."""
    named = [reader for reader in READERS if source.suffix in reader.suffixes]
    if source.suffix and not named and not source.url:
        known = ", ".join(sorted({suffix for reader in READERS for suffix in reader.suffixes}))
        raise ValueError(f"unknown format {source.suffix}; known are {known}")
    if len(named) == 1:
        return named[0]
    for reader in named or READERS:
        if reader.looks_like(source.head):
            return reader
    raise ValueError(f"is none of {', '.join(reader.name for reader in named)}")


def _read(path: str, day: str | None) -> Iterator[Named]:
    try:
        source = open_source(path)
        for found in get_reader(source).read(source):
            yield from _make(found, day) if isinstance(found, Found) else [(found.source, found)]
    except ReadError as error:
        yield path, error
    except ValueError as error:
        yield path, ReadError("standard input" if path == STDIN else path, str(error))


def _make(found: Found, day: str | None) -> Iterator[Named]:
    record = found.record
    if day and record.published in (None, UNSET):
        record = msgspec.structs.replace(record, published=day)
    try:
        yield found.name, make_article(record, found.id)
    except ValueError as error:
        yield found.name, ReadError(found.name, str(error))
        return
    if notice := check_date(record, found.name):
        yield found.name, notice
