"""The way from paths to articles; what can't be read is a value, so that the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import UNSET

from eventgraph.errors import ReadError, UsageError
from eventgraph.model import Article
from eventgraph.read.find import find_files
from eventgraph.read.html import HTML
from eventgraph.read.jsonl import JSONL
from eventgraph.read.make import check_date, make_article
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import parse_day
from eventgraph.read.source import Source, open_source
from eventgraph.read.table import TABLE
from eventgraph.read.text import TEXT

# Tried in this order for input without a suffix: the last one takes anything.
READERS: tuple[Reader, ...] = (HTML, JSONL, TABLE, TEXT)

Named = tuple[str, Article | ReadError]


def read_articles(paths: Sequence[str], date: str | None = None) -> Iterator[Article | ReadError]:
    """Read files, folders (to the bottom), patterns and `-`; yield articles sorted by id, then errors.

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
    kept: dict[str, str] = {}
    for path in find_files(paths):
        for name, item in _read(path, day):
            if isinstance(item, ReadError) or kept.setdefault(item.id, name) == name:
                yield item
            else:
                yield ReadError(name, f"has the id {item.id!r} of {kept[item.id]}, which is kept; rename it")


def get_reader(source: Source) -> Reader:
    """Return the reader of a source's suffix, or without one of its content; raises ValueError."""
    for reader in READERS:
        if source.suffix in reader.suffixes or (not source.suffix and reader.looks_like(source.data)):
            return reader
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    raise ValueError(f"unknown format {source.suffix}; known are {known}")


def _read(path: str, day: str | None) -> Iterator[Named]:
    try:
        source = open_source(path)
    except ReadError as error:
        yield path, error
        return
    try:
        for found in get_reader(source).read(source):
            yield from _make(found, day) if isinstance(found, Found) else [(found.source, found)]
    except ValueError as error:
        yield path, ReadError(source.name, str(error))


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
