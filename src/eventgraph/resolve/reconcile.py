"""Entities found in an authority by the W3C Reconciliation Service API, version 0.2.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/: queries are sent as a batch
in one form field, `queries`; of the candidates one is taken only if the service is sure (`match`)
and no other is.
"""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from eventgraph.errors import ReadError
from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.canonical import canonical_name

BATCH = 50
TIMEOUT = 30  # seconds
LARGEST = 16 << 20  # bytes of an answer
TYPES = frozenset({"person", "organization", "place"})


class Candidate(msgspec.Struct, frozen=True):
    """What the service offers for a name; `match` says that it is sure."""

    id: str
    name: str
    score: float = 0.0
    match: bool = False


class Answer(msgspec.Struct, frozen=True):
    """The candidates for one name."""

    result: tuple[Candidate, ...] = ()


class Service:
    """A reconciliation service at a web address; `types` leads from our types to the service's, if any.

    Called with the clusters of a resolution, it returns their IRIs in the authority by bearer's key. Raises
    ReadError if the service can't be asked or answers something else.
    """

    def __init__(self, url: str, types: Mapping[str, str] | None = None) -> None:
        if not url.startswith(("http://", "https://")):
            raise ReadError(url, "is no web address of a reconciliation service; give one with http(s)")
        self.url, self.types = url, types or {}

    def __call__(self, clusters: Sequence[Sequence[Bearer]]) -> dict[str, tuple[str, ...]]:
        asked = [group for group in clusters if group[0].type in TYPES and not all(b.is_weak for b in group)]
        if not asked:
            return {}
        space = self._identifier_space()
        found = zip(asked, self._ask(asked), strict=True)
        return {group[0].key: (space(choice),) for group, answer in found if (choice := _choose(answer))}

    def _identifier_space(self) -> Any:
        """How an identifier becomes an IRI: by the manifest's view, else its identifier space."""
        manifest = self._fetch(None)
        template = manifest.get("view", {}).get("url", "") if isinstance(manifest.get("view"), dict) else ""
        start = str(manifest.get("identifierSpace", ""))
        if "{{id}}" in template and not start:
            return lambda id: template.replace("{{id}}", urllib.parse.quote(id, safe=""))
        return lambda id: id if id.startswith(("http://", "https://")) else start + id

    def _ask(self, clusters: Sequence[Sequence[Bearer]]) -> Iterator[Answer]:
        for start in range(0, len(clusters), BATCH):
            batch = clusters[start : start + BATCH]
            queries = {f"q{i}": self._query(group) for i, group in enumerate(batch)}
            answers = self._fetch(queries)
            try:
                yield from (msgspec.convert(answers[name], Answer) for name in queries)
            except (KeyError, msgspec.ValidationError) as error:
                raise ReadError(self.url, f"answered what is no result of reconciliation: {error}") from error

    def _query(self, group: Sequence[Bearer]) -> dict[str, Any]:
        type = self.types.get(group[0].type)
        return {"query": canonical_name(group), "limit": 3, **({"type": type} if type else {})}

    def _fetch(self, queries: Mapping[str, Any] | None) -> dict[str, Any]:
        data = urllib.parse.urlencode({"queries": json.dumps(queries)}).encode() if queries else None
        request = urllib.request.Request(self.url, data, {"Accept": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return msgspec.json.decode(answer.read(LARGEST), type=dict[str, Any])
        except (OSError, msgspec.MsgspecError) as error:
            raise ReadError(self.url, f"can't be asked for names ({error}); leave --reconcile out") from error


def _choose(answer: Answer) -> str | None:
    sure = [candidate.id for candidate in answer.result if candidate.match]
    return sure[0] if len(sure) == 1 else None
