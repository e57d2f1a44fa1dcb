"""What a reconciliation service has told, kept in `reconciled.yml`, so that builds need no network.

A mapping from type to canonical name to the IRI elsewhere; it may be corrected by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import yaml

from eventgraph.errors import StoreError
from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.canonical import canonical_name
from eventgraph.resolve.reconcile import Service

FILE = "reconciled.yml"
Known = dict[str, dict[str, str]]


def read_reconciled(path: Path) -> Known:
    """The file's content; nothing if it isn't there. Raises StoreError."""
    try:
        return msgspec.convert(yaml.safe_load(path.read_text("utf-8")) or {}, Known)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        reason = " ".join(str(error).split())
        raise StoreError(f"{path} can't be used: {reason}; correct it or remove it") from error


class Reconciler:
    """Gives clusters the IRIs that `reconciled.yml` in `folder` knows; first asks the service at `url`."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.path, self.service = folder / FILE, Service(url) if url else None

    def __call__(self, clusters: Sequence[Sequence[Bearer]]) -> dict[str, tuple[str, ...]]:
        known = read_reconciled(self.path)
        if self.service:
            known = self._ask(self.service, clusters, known)
        return {
            group[0].key: (iri,)
            for group in clusters
            if (iri := known.get(group[0].type, {}).get(canonical_name(group)))
        }

    def _ask(self, service: Service, clusters: Sequence[Sequence[Bearer]], known: Known) -> Known:
        """Names that are in the file are not asked again."""
        from eventgraph.store import write_outputs

        new = [g for g in clusters if canonical_name(g) not in known.get(g[0].type, {})]
        told = service(new)
        for group in new:
            if group[0].key in told:
                known.setdefault(group[0].type, {})[canonical_name(group)] = told[group[0].key][0]
        write_outputs(self.path.parent, {FILE: yaml.safe_dump(known, allow_unicode=True).encode("utf-8")})
        return known
