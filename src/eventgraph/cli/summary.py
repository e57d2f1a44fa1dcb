"""What a project holds after a command, in a few lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventgraph.errors import ReadError, UsageError
from eventgraph.store import EXTRA, FILES, REPORT, UNREAD

if TYPE_CHECKING:
    from eventgraph.graph.resolved import Counts


def report(
    folder: Path, counts: Counts, failures: Sequence[ReadError], seconds: float, quiet: bool, as_json: bool
) -> None:
    """Print what could not be read and what the project holds now; exit with code 1 if something failed.

    Raises UsageError if the project holds no article because none could be read.
    """
    report_failures(failures, counts.articles)
    summary = summarise(folder, counts, failures, seconds)
    if as_json:
        click.echo(json.dumps(summary))
    elif not quiet:
        click.echo(format_summary(folder, summary))
    sys.exit(1 if failures else 0)


def report_failures(failures: Sequence[ReadError], articles: int) -> None:
    """Print what could not be read, a line each; raises UsageError if that leaves no article."""
    for failure in failures:
        click.echo(f"eventgraph: {failure}", err=True)
    if failures and not articles:
        raise UsageError("no article could be read, so there is nothing to build")


def summarise(folder: Path, counts: Counts, failures: Sequence[ReadError], seconds: float) -> dict[str, Any]:
    """Return counts of articles, claims by type, people and organisations; files, failures, seconds."""
    return {
        "articles": counts.articles,
        "claims": dict(counts.claims),
        "people": counts.entities.get("person", 0),
        "organizations": counts.entities.get("organization", 0),
        "files": [
            str(folder / name) for name in (*FILES, EXTRA, UNREAD, *REPORT) if (folder / name).exists()
        ],
        "failures": [{"source": f.source, "reason": f.reason} for f in failures],
        "seconds": round(seconds, 1),
    }


def format_summary(folder: Path, summary: dict[str, Any]) -> str:
    """Return the summary as aligned lines for people."""
    claims = summary["claims"]
    by_type = ", ".join(f"{type} {count}" for type, count in claims.items())
    rows = {
        "articles": str(summary["articles"]),
        "claims": f"{sum(claims.values())}" + (f" ({by_type})" if by_type else ""),
        "people": str(summary["people"]),
        "organizations": str(summary["organizations"]),
        "written": f"{folder}: " + "  ".join(Path(file).name for file in summary["files"]),
        "seconds": str(summary["seconds"]),
    }
    return format_rows(rows)


def format_rows(rows: Mapping[str, str]) -> str:
    """Return names and values, a line each, the values below one another."""
    return "\n".join(f"{name:14}{value}" for name, value in rows.items())
