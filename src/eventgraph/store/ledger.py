"""The ledger: which articles a project holds, what became of each, and in which shards they lie.

SQLite in WAL mode: readers never wait, writers take turns, and what was committed survives `kill -9`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

from eventgraph.errors import StoreError

PATIENCE = 600  # seconds that a writer waits for its turn
ROW = "id, record, digest, url, status, attempts, reason, extractor, signature, claims, shard"


class Entry(NamedTuple):
    """What the ledger says of an article; `claims` counts them, `shard` is None if its analysis failed."""

    id: str
    record: str
    digest: str
    url: str | None
    status: Literal["done", "failed"]
    attempts: int
    reason: str | None
    extractor: str
    signature: bytes | None
    claims: int
    shard: int | None


class Unread(NamedTuple):
    """What could not be read; `input` tells those of one name apart, and is empty if a build told of it."""

    input: str
    source: str
    reason: str


class Shard(NamedTuple):
    """Names of the two files that hold some articles and their claims."""

    id: int
    articles: str
    claims: str


class Ledger:
    """An open ledger; statements outside `turn` see what is committed. Raises StoreError if it is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.executescript(files(__package__).joinpath("ledger.sql").read_text("utf-8"))
        except sqlite3.Error as error:
            raise StoreError(f"{path} can't be opened as a ledger: {error}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Write alone: what is done inside is committed whole, or not at all. Raises StoreError."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{self.path} can't be written: {error}") from error
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read inside as if nobody wrote."""
        self._database.execute("BEGIN")
        try:
            yield
        finally:
            self._database.execute("COMMIT")

    def entries(self, ids: Iterable[str] | None = None) -> Iterator[Entry]:
        """Yield the entries of all articles, or of those that are known of `ids`, by id."""
        if ids is None:
            found = self._database.execute(f"SELECT {ROW} FROM article ORDER BY id")
            yield from map(Entry._make, found)
            return
        for id in sorted(set(ids)):
            found = self._database.execute(f"SELECT {ROW} FROM article WHERE id = ?", (id,))
            yield from map(Entry._make, found)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one of the same id is replaced."""
        places = ", ".join("?" * len(Entry._fields))
        self._database.executemany(f"INSERT OR REPLACE INTO article ({ROW}) VALUES ({places})", entries)

    def drop(self, ids: Iterable[str]) -> None:
        """Remove the entries of these articles."""
        self._database.executemany("DELETE FROM article WHERE id = ?", ((id,) for id in ids))

    def unread(self) -> list[Unread]:
        """Return all inputs that could not be read."""
        found = self._database.execute("SELECT input, source, reason FROM unread ORDER BY 1, 2, 3")
        return [*map(Unread._make, found)]

    def replace_unread(self, old: Iterable[Unread], new: Iterable[Unread]) -> None:
        """Forget some inputs that could not be read, and remember others."""
        self._database.executemany("DELETE FROM unread WHERE (input, source, reason) = (?, ?, ?)", old)
        self._database.executemany("INSERT OR REPLACE INTO unread VALUES (?, ?, ?)", new)

    def shards(self) -> list[tuple[str, Shard]]:
        """Return all shards with the first id in each, by that id."""
        found = self._database.execute(
            "SELECT min(article.id), shard.id, shard.articles, shard.claims"
            " FROM shard JOIN article ON article.shard = shard.id GROUP BY shard.id ORDER BY 1, 2"
        )
        return [(first, Shard(*rest)) for first, *rest in found]

    def get_shard(self, id: int) -> Shard:
        """Return one shard by its number."""
        return Shard(
            *self._database.execute("SELECT id, articles, claims FROM shard WHERE id = ?", (id,)).fetchone()
        )

    def put_shard(self, articles: str, claims: str) -> int:
        """Add a pair of files; return its number."""
        row = self._database.execute("INSERT INTO shard (articles, claims) VALUES (?, ?)", (articles, claims))
        return int(row.lastrowid or 0)

    def move(self, old: int, new: int | None) -> None:
        """Let the articles of one shard be in another, and forget the first."""
        self._database.execute("UPDATE article SET shard = ? WHERE shard = ?", (new, old))
        self._database.execute("DELETE FROM shard WHERE id = ?", (old,))

    def get(self, name: str) -> str | None:
        """Return a setting."""
        row = self._database.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._database.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def signatures(self) -> Sequence[tuple[str, bytes]]:
        """Return id and signature of all articles that were analysed, by id."""
        return self._database.execute(
            "SELECT id, signature FROM article WHERE status = 'done' ORDER BY id"
        ).fetchall()
