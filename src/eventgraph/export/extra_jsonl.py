"""`claims.extra.jsonl`: claims of types that a user's extractors declare.

A record is like one of `claims.jsonl`, whose types are closed, but every argument is a list, and what the
text doesn't say is absent: so a reader knows arguments from attributes without the declaration.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.export.records import (
    FIXED,
    Record,
    claim_order,
    make_record,
    parse_lines,
    plain,
    read_record,
    write_lines,
)
from eventgraph.model import Claim


def write_extra(claims: Iterable[Claim]) -> bytes:
    """Return `claims.extra.jsonl`, sorted by article, evidence start, type and id."""
    return b"".join(write_lines(sorted(claims, key=claim_order), extra_record))


def read_extra(data: bytes) -> list[Claim]:
    """Return the claims of `claims.extra.jsonl`; raises StoreError naming what is broken."""
    return [_read(record) for record in parse_lines(data.split(b"\n"), Record)]


def extra_record(claim: Claim) -> Record:
    """Return the claim as a flat record."""
    parties = {name: plain(claim, name) for name in claim.arguments}
    return make_record(claim, {**parties, **dict(sorted(claim.attributes.items()))})


def _read(record: Record) -> Claim:
    said = {name: value for name, value in record.items() if name not in FIXED}
    parties = {name: value for name, value in said.items() if isinstance(value, list)}
    return read_record(record, parties, {name: said[name] for name in said.keys() - parties.keys()})
