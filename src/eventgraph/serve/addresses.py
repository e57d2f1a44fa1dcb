"""Where things of the graph are on this server: BASE + `person/hady-amr` is at `/id/person/hady-amr`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from eventgraph.graph.namespaces import DEFAULT_BASE, PATHS

HERE = "/id/"
LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)


@dataclass(frozen=True)
class Addresses:
    """`base` is what the graph's own IRIs start with."""

    base: str

    def iri(self, path: str) -> str:
        """The IRI of what is at a path below `/id/`, percent-encoded as it came."""
        return self.base + path

    def link(self, iri: str) -> str | None:
        """Where to read about it: here, or on the web; None if it can't be followed safely."""
        if iri.startswith(self.base):
            return HERE + iri[len(self.base) :]
        return iri if LINK.fullmatch(iri) else None


def base_of(prefixes: Mapping[str, str]) -> str:
    """The base, from a graph's prefix map."""
    path = next((path for path in PATHS if path in prefixes), None)
    return prefixes[path].removesuffix(f"{path}/") if path else DEFAULT_BASE
