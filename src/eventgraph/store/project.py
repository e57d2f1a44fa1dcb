"""A folder that a build has written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from eventgraph.errors import StoreError
from eventgraph.export.claims_jsonl import read_articles, read_claims
from eventgraph.export.extra_jsonl import read_extra
from eventgraph.model import Article, Claim

FILES = ("articles.jsonl", "claims.jsonl", "graph.html", "graph.ttl")
REPORT = ("report.html", "report.md")  # written beside them, never read back
EXTRA = "claims.extra.jsonl"  # only there if claims of a user's own types were found
UNREAD = "unread.jsonl"  # only there if something could not be read
PIPELINE = "pipeline.txt"  # only there if another pipeline than ours annotated the articles
OPTIONAL = frozenset({EXTRA, UNREAD, PIPELINE})
STORE, LEDGER = "store", "ledger.sqlite"  # only there once the project has grown by additions
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Project:
    """What a build has left in `folder`. Reading raises StoreError if a file is broken."""

    folder: Path

    @property
    def graph_ttl(self) -> Path:
        """The graph in Turtle."""
        return self.folder / "graph.ttl"

    @property
    def graph_html(self) -> Path:
        """The page that shows the graph."""
        return self.folder / "graph.html"

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, sorted by id."""
        return tuple(self._read("articles.jsonl", read_articles))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, sorted as in their files; entities have id, name and type."""
        extra = self._read(EXTRA, read_extra) if (self.folder / EXTRA).exists() else []
        claims = [*self._read("claims.jsonl", read_claims), *extra]
        return tuple(sorted(claims, key=lambda c: (c.article, c.evidence.start, c.type, c.id)))

    def _read(self, name: str, parse: Callable[[bytes], list[T]]) -> list[T]:
        path = self.folder / name
        try:
            return parse(path.read_bytes())
        except OSError as error:
            raise StoreError(f"{path} can't be read: {error.strerror}") from error
        except StoreError as error:
            raise StoreError(f"{path}: {error}") from error


def has_store(folder: str | Path) -> bool:
    """Has the project in `folder` grown by additions?"""
    return Path(folder, STORE, LEDGER).is_file()


def open_project(folder: str | Path) -> Project:
    """Return the project in `folder`; raises StoreError if a build has not written there."""
    missing = [name for name in FILES if not (Path(folder) / name).is_file()]
    if missing:
        raise StoreError(
            f"{folder} is no project, it has no {missing[0]}; run eventgraph build --out {folder}"
        )
    return Project(Path(folder))
