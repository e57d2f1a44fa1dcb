"""What comes with eventgraph beside its code: the sample, queries, the ontology."""

from __future__ import annotations

from pathlib import Path

from eventgraph.errors import UsageError

PACKAGE = Path(__file__).parent
# An installed package carries them in `share`, a checkout has them at its top.
PLACES = (PACKAGE / "share", PACKAGE.parents[1])


def find_resource(name: str) -> Path:
    """Return the path of `data/sample`, `queries` or `ontology`; raises UsageError if it isn't there."""
    for place in PLACES:
        if (place / name).exists():
            return place / name
    raise UsageError(f"{name} is not part of this installation; install eventgraph-news from its checkout")
