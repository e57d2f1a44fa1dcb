"""A row of a table as a record: columns may have other names in use for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from eventgraph.errors import ReadError
from eventgraph.read.reader import Found
from eventgraph.read.record import Record, parse_record

OTHER_NAMES = {
    "date": "published",
    "author": "authors",
    "headline": "title",
    "body": "text",
    "content": "text",
}
"""Column names in use elsewhere; our own go first where both are there."""

FIELDS = frozenset(Record.__struct_fields__)


def check_columns(columns: Iterable[str]) -> None:
    """Raise ValueError if none of the columns is called `text`, or what is understood as that."""
    names = [column.strip().lower() for column in columns]
    if "text" not in (OTHER_NAMES.get(name, name) for name in names):
        raise ValueError(f"has no column 'text'; its header is {', '.join(names)[:200] or 'empty'}")


def read_row(row: Mapping[str, object], name: str, id: str) -> Found | ReadError:
    """Return the article of a row, or an error that names the row; what is empty is not known."""
    held = {column.strip().lower(): value for column, value in row.items() if not _is_empty(value)}
    renamed = {OTHER_NAMES.get(column, column): value for column, value in held.items()}
    known = {field: value for field, value in {**renamed, **held}.items() if field in FIELDS}
    try:
        return Found(name, id, parse_record(msgspec.json.encode(known)))
    except (ValueError, TypeError) as error:
        return ReadError(name, f"is no record: {error}")


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
