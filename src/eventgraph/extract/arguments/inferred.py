"""References that a named rule infers: each keeps the mention it started from."""

from __future__ import annotations

from typing import overload

import msgspec
from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of
from eventgraph.model import Entity


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


def from_title(entity: Entity, title: Token, rule: str = "implied-by-title") -> Reference:
    """Return a reference to an entity that a title implies; the title is the recorded mention."""
    return Reference(entity, mention_of(title.doc[title.i : title.i + 1], "inferred", rule), title.i)
