"""Shards: Parquet files of some hundred articles, or of their claims; never changed, named by content."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from arro3.core import Array, DataType, Table
from arro3.io import read_parquet, write_parquet

from eventgraph.errors import StoreError
from eventgraph.model import Article, Claim
from eventgraph.store.write import sync_folder, write_file

COMPRESSION = "zstd(3)"
ARTICLE = ("id", "title", "published", "url", "publisher", "authors", "language", "text")
CLAIM = ("article", "type", "claim")
Row = dict[str, str | None]


def write_articles(folder: Path, articles: Iterable[Article]) -> str:
    """Write a shard of articles, by id; return its name. Authors are a list in JSON. Raises StoreError."""
    ordered = sorted(articles, key=lambda article: article.id)
    return _write(folder, ARTICLE, [_article_row(article) for article in ordered])


def write_claims(folder: Path, claims: Iterable[Claim]) -> str:
    """Write a shard of claims, by article and place; return its name. Raises StoreError.

    A claim is JSON, as it was before resolution; article and type beside it are for other readers.
    """
    ordered = sorted(claims, key=lambda c: (c.article, c.evidence.start, c.type, c.id))
    rows: list[Row] = [
        {"article": claim.article, "type": claim.type, "claim": msgspec.json.encode(claim).decode()}
        for claim in ordered
    ]
    return _write(folder, CLAIM, rows)


def read_articles(folder: Path, name: str) -> Iterator[Article]:
    """Yield the articles of a shard, by id. Raises StoreError if it is gone or broken."""
    for row in _read(folder / name):
        yield msgspec.convert({**row, "authors": msgspec.json.decode(row["authors"] or "[]")}, Article)


def read_claims(folder: Path, name: str) -> Iterator[Claim]:
    """Yield the claims of a shard, by article and place. Raises StoreError if it is gone or broken."""
    decoder = msgspec.json.Decoder(Claim)
    for row in _read(folder / name):
        yield decoder.decode(row["claim"] or "")


def _article_row(article: Article) -> Row:
    row: Row = {name: getattr(article, name) for name in ARTICLE}
    return {**row, "authors": msgspec.json.encode(article.authors).decode()}


def _write(folder: Path, columns: tuple[str, ...], rows: list[Row]) -> str:
    """The file is complete and durable under its name before the name is returned."""
    table = Table.from_pydict({c: Array([row[c] for row in rows], DataType.string()) for c in columns})
    buffer = io.BytesIO()
    write_parquet(table, buffer, compression=COMPRESSION)
    content = buffer.getvalue()
    name = f"{hashlib.sha256(content).hexdigest()}.parquet"
    temporary = folder / f".{name}.{os.getpid()}.tmp"
    try:
        write_file(temporary, [content])
        temporary.replace(folder / name)
        sync_folder(folder)
    except OSError as error:
        raise StoreError(f"{folder} can't be written: {error.strerror}") from error
    return name


def _read(path: Path) -> Iterator[Row]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
    # A damaged file is told here: the library's own way of refusing one is not an exception.
    if hashlib.sha256(content).hexdigest() != path.stem:
        raise StoreError(f"{path} is damaged; bring it back from a copy, or build again in another folder")
    for batch in read_parquet(content):
        columns = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        for values in zip(*columns.values(), strict=True):
            yield dict(zip(columns, values, strict=True))
