"""What the user names (files, folders, patterns, addresses, `-`) to a sorted list."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from eventgraph.errors import UsageError
from eventgraph.read.fetch import is_address
from eventgraph.read.source import STDIN

SIDECAR = ".meta.json"
# What builds write into a project folder, which may lie among the articles; the first tell that it is one.
MADE = ("articles.jsonl", "claims.jsonl", "graph.html", "graph.ttl")
MADE_TOO = ("claims.extra.jsonl", "judgements.yml", "reconciled.yml", "report.html", "report.md", "store",
            "unread.jsonl")  # fmt: skip


def find_files(paths: Sequence[str]) -> list[str]:
    """Return each file and each web address once, sorted; folders are searched to the bottom.

    Raises UsageError if there is nothing to read, or a path or pattern matches nothing.
    """
    if not paths:
        raise UsageError("nothing to read: name files, folders or addresses, or - for standard input")
    found: dict[str, str] = {}
    for path in sorted(file for given in paths for file in _expand(os.fspath(given))):
        found.setdefault(path if path == STDIN or is_address(path) else os.path.realpath(path), path)
    return sorted(found.values())


def _expand(given: str) -> list[str]:
    if given == STDIN or is_address(given):
        return [given]
    # Path.glob takes no absolute pattern.
    matches = [given] if os.path.lexists(given) else glob.glob(given, recursive=True)  # noqa: PTH207
    if not matches:
        raise UsageError(f"{given}: no such file or folder, and nothing matches it as a pattern")
    files = [
        file for path in matches for file in (_walk(Path(path)) if Path(path).is_dir() else _article(path))
    ]
    if not files:
        raise UsageError(f"{given}: no article in it; README.md lists the formats that are read")
    return files


def _article(path: str) -> list[str]:
    return [] if path.endswith(SIDECAR) else [path]


def _walk(folder: Path) -> Iterator[str]:
    """Yield the files below `folder` but hidden ones, what a build has made, and JSON.

    JSON holds what is said of articles.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        yield str(folder)  # opening it as a file will tell why
        return
    names = {entry.name for entry in entries}
    made = {*MADE, *MADE_TOO} if names.issuperset(MADE) else set[str]()
    for entry in entries:
        if entry.name in made:
            continue
        if entry.is_dir():
            yield from () if entry.is_symlink() else _walk(entry)
        elif entry.suffix.lower() != ".json":
            yield str(entry)
