"""CSV and TSV with a header, as spreadsheets and archives give them: one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import msgspec

from eventgraph.errors import ReadError
from eventgraph.read.decode import decode
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, parse_record
from eventgraph.read.source import LIMIT, Source

OTHER_NAMES = {
    "date": "published",
    "author": "authors",
    "headline": "title",
    "body": "text",
    "content": "text",
}
"""Column names in use elsewhere; our own go first where both are there."""

FIELDS = frozenset(Record.__struct_fields__)


def read_table(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the row, for each row below the header.

    Raises ValueError if the file is no text, or no column is called `text`.
    """
    csv.field_size_limit(LIMIT)
    delimiter = "\t" if source.suffix == ".tsv" else ","
    rows = csv.reader(io.StringIO(decode(source.data), newline=""), delimiter=delimiter)
    columns = [name.strip().lower() for name in next(rows, [])]
    if "text" not in (OTHER_NAMES.get(name, name) for name in columns):
        raise ValueError(f"has no column 'text'; its header is {', '.join(columns)[:200] or 'empty'}")
    for number, row in enumerate(filter(any, rows), 1):
        yield _read_row(columns, row, f"{source.name}: row {number}", f"{source.stem}-{number}")


def _read_row(columns: list[str], row: list[str], name: str, id: str) -> Found | ReadError:
    if len(row) > len(columns):
        return ReadError(
            name, f"has {len(row)} fields, the header {len(columns)}; is a quotation mark missing?"
        )
    held = dict(zip(columns, row, strict=False))
    renamed = {OTHER_NAMES.get(column, column): value for column, value in held.items() if value.strip()}
    known = {
        field: value for field, value in {**renamed, **held}.items() if field in FIELDS and value.strip()
    }
    try:
        return Found(name, id, parse_record(msgspec.json.encode(known)))
    except ValueError as error:
        return ReadError(name, f"is no record: {error}")


TABLE = Reader("CSV", (".csv", ".tsv"), lambda data: False, read_table)
