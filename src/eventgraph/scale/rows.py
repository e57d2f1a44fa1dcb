"""Rows that come back sorted, however many: SQLite's external merge sort, on disk and in little memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Self

MEMORY = 32 * 1024  # KiB that sorting may take
Row = tuple[Any, ...]


class SortedRows:
    """Rows of `width` strings, numbers or bytes, which come back once each, sorted by one after the other.

    Strings sort by code points. The file has no name: the system removes it when it is closed, killed or not.
    """

    def __init__(self, width: int) -> None:
        columns = [f"c{number}" for number in range(width)]
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute(f"PRAGMA cache_size = -{MEMORY}")
        self._database.execute("BEGIN")
        self._database.execute(f"CREATE TABLE row ({', '.join(columns)})")
        self._insert = f"INSERT INTO row VALUES ({', '.join('?' * width)})"
        self._select = f"SELECT * FROM row ORDER BY {', '.join(columns)}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, rows: Iterable[Row]) -> None:
        """Take in rows, in any order."""
        self._database.executemany(self._insert, rows)

    def __iter__(self) -> Iterator[Row]:
        """Yield all rows, sorted; those that are equal once."""
        return (row for row, _ in groupby(self._database.execute(self._select)))

    def groups(self) -> Iterator[tuple[Any, Iterator[Row]]]:
        """Yield each value of the first column with its rows, sorted."""
        return groupby(self, key=lambda row: row[0])
