"""Parquet: one article a row, columns named as in JSONL. Read with arro3."""

from __future__ import annotations

import io
from collections.abc import Iterator

from eventgraph.errors import ReadError
from eventgraph.read.apart import apart
from eventgraph.read.reader import Found, Reader
from eventgraph.read.row import check_columns, read_row
from eventgraph.read.source import Source

MAGIC, LEAST = b"PAR1", 12  # bytes
BATCH = 64  # rows in memory


def read_parquet(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the row, for each row.

    Raises ValueError if no column is called `text`. A broken file ends the process: the library panics.
    """
    from arro3.io import read_parquet

    with source.open() as file:
        _check_ends(source)
        batches = read_parquet(file, batch_size=BATCH)
        names = [*batches.schema.names]
        check_columns(names)
        number = 0
        for batch in batches:
            columns = [batch.column(name).to_pylist() for name in names]
            for values in zip(*columns, strict=True):
                number += 1
                row = dict(zip(names, values, strict=True))
                yield read_row(row, f"{source.name}: row {number}", f"{source.stem}-{number}")


def _check_ends(source: Source) -> None:
    """A file that was cut short lacks its end, where all the rest is described."""
    with source.open() as file:
        begins = file.read(len(MAGIC)) == MAGIC
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - len(MAGIC)))
        if not begins or size < LEAST or file.read() != MAGIC:
            raise ValueError("is no whole Parquet file; was it cut short?")


def looks_like_parquet(head: bytes) -> bool:
    """Tell whether a Parquet file begins here."""
    return head.startswith(MAGIC)


PARQUET = apart(Reader("Parquet", (".parquet", ".pq"), looks_like_parquet, read_parquet))
