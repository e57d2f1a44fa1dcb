"""What one `build` has left in a folder, read so that the project can grow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from eventgraph.errors import ReadError, StoreError, UsageError
from eventgraph.export.records import parse_lines
from eventgraph.extract.confidence import ASKED
from eventgraph.graph import DEFAULT_BASE
from eventgraph.model import Article
from eventgraph.store.project import EXTRA, FILES, PIPELINE, UNREAD

BASE = re.compile(r"@prefix person: <([^>]*)person/> \.\n")


def is_built(project: Path) -> bool:
    """Has a build written here?"""
    return all((project / name).is_file() for name in FILES)


def built_articles(project: Path) -> Iterator[Article]:
    """Yield the articles of `articles.jsonl`, one in memory at a time. Raises StoreError."""
    path = project / "articles.jsonl"
    try:
        with path.open("rb") as lines:
            yield from parse_lines(lines, Article)
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
    except StoreError as error:
        raise StoreError(f"{path}: {error}") from error


def built_unread(project: Path) -> tuple[ReadError, ...]:
    """Return what the build could not read. Raises StoreError."""
    path = project / UNREAD
    try:
        lines = path.read_bytes().splitlines() if path.exists() else []
        return tuple(ReadError(one["source"], one["reason"]) for one in parse_lines(lines, dict[str, str]))
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
    except (KeyError, StoreError) as error:
        raise StoreError(f"{path}: {error}") from error


def built_base(project: Path) -> str:
    """Return what the IRIs in `graph.ttl` start with. Raises StoreError."""
    path = project / "graph.ttl"
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if found := BASE.fullmatch(line):
                    return found[1]
                if not line.startswith("@prefix"):
                    break
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
    return DEFAULT_BASE


def check_asked(project: Path, server: object | None) -> None:
    """Raise UsageError if a model server has told claims here, and none is to be asked."""
    with (project / "claims.jsonl").open("rb") as lines:
        asked = server is None and any(b'"extractor":"%b' % ASKED.encode() in line for line in lines)
    if asked:
        raise UsageError(f"a model server has told claims of {project}; name it with --ask-model")


def check_rules(project: Path, own: Sequence[object]) -> None:
    """Raise UsageError if rules of a user's own have found claims here, and none are given."""
    if (project / EXTRA).exists() and not own:
        raise UsageError(f"{project / EXTRA} comes of rules of your own; name their folder with --extractors")


def check_pipeline(project: Path, named: bool) -> None:
    """Raise UsageError if another pipeline than ours annotated the articles, and none is named."""
    path = project / PIPELINE
    if path.exists() and not named:
        told = path.read_text("utf-8").split()
        raise UsageError(
            f"{project} was built with the pipeline {' '.join(told[:2])}; "
            f"name it: eventgraph rebuild {project} --pipeline NAME"
        )
