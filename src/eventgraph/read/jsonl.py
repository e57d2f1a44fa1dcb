"""JSON Lines: one article a line. A broken line is reported, the others go on."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import msgspec

from eventgraph.errors import ReadError
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import parse_record
from eventgraph.read.source import Source


def read_jsonl(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the line, for each line that is not blank."""
    lines = source.data.removeprefix(codecs.BOM_UTF8).splitlines()
    if not any(line.strip() for line in lines):
        raise ValueError("is empty: no record in it")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_line(line, f"{source.name}:{number}", f"{source.stem}-{number}")


def _read_line(line: bytes, name: str, id: str) -> Found | ReadError:
    try:
        return Found(name, id, parse_record(line))
    except ValueError as error:
        return ReadError(name, f"is no record: {error}")


def looks_like_jsonl(data: bytes) -> bool:
    """Tell whether the first line is a whole JSON object."""
    lines = data.removeprefix(codecs.BOM_UTF8).lstrip()[:1_000_000].splitlines()
    if not lines or not lines[0].startswith(b"{"):
        return False
    try:
        return isinstance(msgspec.json.decode(lines[0]), dict)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False


JSONL = Reader("JSONL", (".jsonl", ".ndjson"), looks_like_jsonl, read_jsonl)
