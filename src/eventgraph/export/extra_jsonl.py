"""`claims.extra.jsonl`: claims of types that a user's extractors declare.

A record is like one of `claims.jsonl`, whose types are closed, but every argument is a list, and what the
text doesn't say is absent: so a reader knows arguments from attributes without the declaration.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from eventgraph.errors import StoreError
from eventgraph.export.claims_jsonl import read_records
from eventgraph.model import Claim, Entity, Evidence, Mention

FIXED = ("id", "article", "type", "evidence", "mentions", "extractor", "confidence")


def write_extra(claims: Iterable[Claim]) -> bytes:
    """Return `claims.extra.jsonl`, sorted by article, evidence start, type and id."""
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.evidence.start, claim.type, claim.id))
    return b"".join(msgspec.json.encode(_record(claim)) + b"\n" for claim in ordered)


def read_extra(data: bytes) -> list[Claim]:
    """Return the claims of `claims.extra.jsonl`; raises StoreError naming what is broken."""
    return [_claim(record) for record in read_records(data)]


def _record(claim: Claim) -> dict[str, Any]:
    parties = {
        name: [{"id": e.id, "name": e.name, "type": e.type} for e in found]
        for name, found in claim.arguments.items()
    }
    return {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        **parties,
        **dict(sorted(claim.attributes.items())),
        "evidence": {name: getattr(claim.evidence, name) for name in ("quote", "start", "end", "sentence")},
        "mentions": {name: msgspec.to_builtins([*claim.mentions[name]]) for name in sorted(claim.mentions)},
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def _claim(record: dict[str, Any]) -> Claim:
    said = {name: value for name, value in record.items() if name not in FIXED}
    parties = {name: value for name, value in said.items() if isinstance(value, list)}
    try:
        return Claim(
            **{name: record[name] for name in ("id", "article", "type", "extractor", "confidence")},
            arguments=msgspec.convert(parties, dict[str, tuple[Entity, ...]]),
            attributes={name: value for name, value in said.items() if name not in parties},
            evidence=msgspec.convert({"article": record["article"], **record["evidence"]}, Evidence),
            mentions=msgspec.convert(record["mentions"], dict[str, tuple[Mention, ...]]),
        )
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        raise StoreError(f"claim {record.get('id')} can't be read: {error}; build again") from error
