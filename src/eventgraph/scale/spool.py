"""Articles and their claims while a build lasts: on disk, in order of id, gone with the process."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Self

import msgspec

from eventgraph.model import Article, Claim

SCHEMA = """
PRAGMA journal_mode = OFF;
CREATE TABLE article (id TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE found (id TEXT PRIMARY KEY, claims BLOB NOT NULL, signature BLOB NOT NULL);
"""


class Spool:
    """A corpus on its way through the pipeline: `put` its articles, `keep` what was found in each.

    SQLite holds it in a file without a name that the system removes when it is closed, killed or not.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM article").fetchone()[0])

    def put(self, article: Article) -> None:
        """Add an article; its id must be new."""
        self._database.execute(
            "INSERT INTO article VALUES (?, ?)", (article.id, msgspec.json.encode(article))
        )

    def read(self) -> Iterator[Article]:
        """Yield all articles by id."""
        for (body,) in self._database.execute("SELECT body FROM article ORDER BY id"):
            yield msgspec.json.decode(body, type=Article)

    def keep(self, id: str, claims: Sequence[Claim], signature: bytes) -> None:
        """Add what was found in an article."""
        ordered = sorted(claims, key=lambda c: (c.evidence.start, c.type, c.id))
        row = (id, msgspec.json.encode(ordered), signature)
        self._database.execute("INSERT INTO found VALUES (?, ?, ?)", row)

    def articles(self) -> Iterator[Article]:
        """Yield the articles that were analysed, by id."""
        for (body,) in self._database.execute("SELECT body FROM article JOIN found USING (id) ORDER BY id"):
            yield msgspec.json.decode(body, type=Article)

    def claims(self) -> Iterator[Claim]:
        """Yield all claims, by article and place."""
        decoder = msgspec.json.Decoder(list[Claim])
        for (claims,) in self._database.execute("SELECT claims FROM found ORDER BY id"):
            yield from decoder.decode(claims)

    def signatures(self) -> Iterator[tuple[str, bytes]]:
        """Yield each article's id and the signature of its text, by id."""
        yield from self._database.execute("SELECT id, signature FROM found ORDER BY id")
