"""What a project holds after a command, in a few lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from eventgraph.errors import ReadError, UsageError
from eventgraph.store import EXTRA, FILES, REPORT, UNREAD

NEW = "new"  # claims that a model server told, and that are in the project

if TYPE_CHECKING:
    from eventgraph.graph.resolved import Counts


class Outcome(Protocol):
    """What a command leaves in a project; see `pipeline.Built`, `grow.Grown`."""

    @property
    def counts(self) -> Counts:
        """What the project holds."""

    @property
    def failures(self) -> tuple[ReadError, ...]:
        """What went wrong."""

    @property
    def heard(self) -> Mapping[str, int] | None:
        """What became of the claims that a model server told."""


def report(folder: Path, outcome: Outcome, seconds: float, quiet: bool, as_json: bool) -> None:
    """Print what could not be read and what the project holds now; exit with code 1 if something failed.

    Raises UsageError if the project holds no article because none could be read.
    """
    report_failures(outcome.failures, outcome.counts.articles)
    summary = summarise(folder, outcome, seconds)
    if as_json:
        click.echo(json.dumps(summary))
    elif not quiet:
        click.echo(format_summary(folder, summary))
    sys.exit(1 if outcome.failures else 0)


def report_failures(failures: Sequence[ReadError], articles: int) -> None:
    """Print what could not be read, a line each; raises UsageError if that leaves no article."""
    for failure in failures:
        click.echo(f"eventgraph: {failure}", err=True)
    if failures and not articles:
        raise UsageError("no article could be read, so there is nothing to build")


def summarise(folder: Path, outcome: Outcome, seconds: float) -> dict[str, Any]:
    """Return counts of articles, claims by type, people and organisations; files, failures, seconds.

    `model` is there if a model server was asked: how many of the claims it told are new, which not, and why.
    """
    counts, failures, heard = outcome.counts, outcome.failures, outcome.heard
    return {
        "articles": counts.articles,
        "claims": dict(counts.claims),
        "people": counts.entities.get("person", 0),
        "organizations": counts.entities.get("organization", 0),
        "files": [
            str(folder / name) for name in (*FILES, EXTRA, UNREAD, *REPORT) if (folder / name).exists()
        ],
        "failures": [{"source": f.source, "reason": f.reason} for f in failures],
        **({"model": dict(sorted(heard.items()))} if heard is not None else {}),
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
        **({"model told": format_heard(summary["model"])} if "model" in summary else {}),
        "written": f"{folder}: " + "  ".join(Path(file).name for file in summary["files"]),
        "seconds": str(summary["seconds"]),
    }
    return format_rows(rows)


def format_heard(heard: Mapping[str, int]) -> str:
    """Return what became of what a model server told: `3 new (told already 2, quote not in the text 1)`."""
    others = ", ".join(f"{reason} {count}" for reason, count in heard.items() if reason != NEW)
    return f"{heard.get(NEW, 0)} {NEW}" + (f" ({others})" if others else "")


def format_rows(rows: Mapping[str, str]) -> str:
    """Return names and values, a line each, the values below one another."""
    return "\n".join(f"{name:14}{value}" for name, value in rows.items())
