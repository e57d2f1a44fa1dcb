"""References that a named rule infers: each keeps the mention it started from."""

from __future__ import annotations

from typing import overload

import msgspec

from eventgraph.annotate.references import Reference


@overload
def inferred(found: Reference, rule: str) -> Reference: ...
@overload
def inferred(found: None, rule: str) -> None: ...
@overload
def inferred(found: Reference | None, rule: str) -> Reference | None: ...
def inferred(found: Reference | None, rule: str) -> Reference | None:
    """Return the reference as the outcome of a named rule, from its own mention; None stays None."""
    if found is None:
        return None
    mention = msgspec.structs.replace(found.mention, via="inferred", rule=rule)
    return msgspec.structs.replace(found, mention=mention)
