"""CSV and TSV with a header, as spreadsheets and archives give them: one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from eventgraph.errors import ReadError
from eventgraph.read.decode import decode
from eventgraph.read.reader import Found, Reader
from eventgraph.read.row import check_columns, read_row
from eventgraph.read.source import LIMIT, Source


def read_table(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the row, for each row below the header.

    Raises ValueError if the file is no text, or no column is called `text`.
    """
    csv.field_size_limit(LIMIT)
    delimiter = "\t" if source.suffix == ".tsv" else ","
    text = decode(source.data, source.encoding or "utf-8")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = next(rows, [])
    check_columns(columns)
    for number, row in enumerate(filter(any, rows), 1):
        yield _read_row(columns, row, f"{source.name}: row {number}", f"{source.stem}-{number}")


def _read_row(columns: list[str], row: list[str], name: str, id: str) -> Found | ReadError:
    if len(row) > len(columns):
        return ReadError(
            name, f"has {len(row)} fields, the header {len(columns)}; is a quotation mark missing?"
        )
    return read_row(dict(zip(columns, row, strict=False)), name, id)


TABLE = Reader("CSV", (".csv", ".tsv"), lambda data: False, read_table)
