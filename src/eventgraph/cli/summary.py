"""What a build has found, in a few lines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventgraph.store import EXTRA, FILES

if TYPE_CHECKING:
    from eventgraph.graph import Graph


def summarise(graph: Graph, folder: Path, seconds: float) -> dict[str, Any]:
    """Return counts of articles, claims by type, people and organisations; files, failures, seconds.

    `folder` is where the graph has been saved.
    """
    claims = Counter(claim.type for claim in graph.claims_all)
    entities = {e for claim in graph.claims_all for found in claim.arguments.values() for e in found}
    types = Counter(type for _, type in {(entity.id, entity.type) for entity in entities})
    return {
        "articles": len(graph.articles),
        "claims": dict(sorted(claims.items())),
        "people": types["person"],
        "organizations": types["organization"],
        "files": [str(folder / name) for name in (*FILES, EXTRA) if (folder / name).exists()],
        "failures": [{"source": f.source, "reason": f.reason} for f in graph.failures],
        "seconds": round(seconds, 1),
    }


def format_summary(summary: dict[str, Any]) -> str:
    """Return the summary as aligned lines for people."""
    claims = summary["claims"]
    by_type = ", ".join(f"{type} {count}" for type, count in claims.items())
    rows = {
        "articles": str(summary["articles"]),
        "claims": f"{sum(claims.values())}" + (f" ({by_type})" if by_type else ""),
        "people": str(summary["people"]),
        "organizations": str(summary["organizations"]),
        "written": "  ".join(summary["files"]),
        "seconds": str(summary["seconds"]),
    }
    return "\n".join(f"{name:14}{value}" for name, value in rows.items())
