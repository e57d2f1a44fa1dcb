"""WARC, the format of web archives (ISO 28500): one article a page. Records are read by warcio."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec
from msgspec import UNSET

from eventgraph.errors import ReadError
from eventgraph.read.apart import apart
from eventgraph.read.decode import decode
from eventgraph.read.html import read_page
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, parse_day
from eventgraph.read.source import LIMIT, Source

MAGIC, GZIP = b"WARC/", b"\x1f\x8b"
HTML, TEXT = ("text/html", "application/xhtml+xml"), ("text/plain",)
FOUND = "200"
END = b"\r\n\r\n"  # of every record
BROKEN = (EOFError, OSError, zlib.error)


def read_warc(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the address, for each page and each text.

    Answers other than 200, pictures and the like are left out. Raises ValueError if there is no page, and
    where the archive breaks off.
    """
    number = 0
    with source.open() as file:
        for record in _records(file):
            kind, encoding = _type_of(record)
            if kind not in (*HTML, *TEXT):
                continue
            number += 1
            address = record.rec_headers.get_header("WARC-Target-URI")
            name = f"{source.name}: page {number} ({address})"
            try:
                page = _read_page(record, kind, encoding)
            except ValueError as error:
                yield ReadError(name, str(error))
                continue
            page = msgspec.structs.replace(page, url=page.url or address)
            yield Found(name, f"{source.stem}-{number}", page)
    if not number:
        raise ValueError("is WARC without a page or a text in it")


def _read_page(record: Any, kind: str, encoding: str | None) -> Record:
    """Return what a page says; one without a date has that of its crawl."""
    try:
        data = record.content_stream().read(LIMIT + 1)
        cut_short = getattr(record.raw_stream, "limit", 0) and not record.raw_stream.read(1)
    except BROKEN as error:
        raise ValueError("is cut short") from error
    if cut_short:
        raise ValueError("is cut short")
    page = read_page(data, encoding) if kind in HTML else Record(text=decode(data, encoding or "utf-8"))
    crawled = record.rec_headers.get_header("WARC-Date")
    if page.published is UNSET and crawled:
        return msgspec.structs.replace(page, published=parse_day(crawled))
    return page


class Unpacked:
    """The bytes of an archive, packed or not; `end` is what they end with, as the library does not tell."""

    def __init__(self, file: BinaryIO) -> None:
        from warcio.bufferedreaders import DecompressingBufferedReader

        is_packed = file.read(len(GZIP)) == GZIP
        file.seek(0)
        packed = {"decomp_type": "gzip", "read_all_members": True} if is_packed else {}
        self._stream, self.end = DecompressingBufferedReader(file, **packed), b""

    def read(self, size: int | None = None) -> bytes:
        """Return at most `size` bytes, none at the end."""
        data: bytes = self._stream.read(size)
        self.end = (self.end + data[-len(END) :])[-len(END) :]
        return data


def _records(file: BinaryIO) -> Iterator[Any]:
    """Yield the records. Raises ValueError where the archive breaks off."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    unpacked = Unpacked(file)
    number, records = 0, iter(ArchiveIterator(unpacked))
    while True:
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, AttributeError, *BROKEN):
            record = None
            unpacked.end = b""
        if record is None:
            break
        number += 1
        yield record
    if unpacked.end != END:
        raise ValueError(f"is no whole WARC: it breaks off after record {number}")


def _type_of(record: Any) -> tuple[str, str | None]:
    """Return media type and encoding of what a record holds; the type is empty if it is no answer."""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != FOUND:
            return "", None
        given = record.http_headers.get_header("Content-Type")
    elif record.rec_type in ("resource", "conversion"):
        given = record.rec_headers.get_header("Content-Type")
    else:
        return "", None
    kind, _, parameters = (given or "").partition(";")
    _, _, encoding = parameters.partition("charset=")
    return kind.strip().lower(), encoding.strip(" \"'") or None


def looks_like_warc(head: bytes) -> bool:
    """Tell whether an archive begins here, packed or not."""
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, len(MAGIC))
        except zlib.error:
            return False
    return head.startswith(MAGIC)


WARC = apart(Reader("WARC", (".warc", ".warc.gz", ".wet", ".wet.gz"), looks_like_warc, read_warc))
