"""One assertion of one article."""

from __future__ import annotations

import msgspec

from eventgraph.model.entity import Entity
from eventgraph.model.evidence import Evidence
from eventgraph.model.mention import Mention

Value = str | int | None


class Claim(msgspec.Struct, frozen=True):
    """What an article says, with its evidence.

    `arguments` holds the entities by argument name (`person`, `from`, `to`, …; an argument that
    the text does not give is absent), `mentions` where each argument is mentioned, `attributes`
    the plain values (`title`, `status`, `kind`, `date`, `modality`, …; absent when unknown).
    Which names a type of claim has is said in `schema/claims.yml`. `unresolved` holds the arguments that
    resolution has changed as they were: entities as the article alone tells them;
    `said` the attributes that the fact, which several claims state, has otherwise.
    """

    id: str
    article: str
    type: str
    arguments: dict[str, tuple[Entity, ...]]
    attributes: dict[str, Value]
    evidence: Evidence
    mentions: dict[str, tuple[Mention, ...]]
    extractor: str
    confidence: float
    unresolved: dict[str, tuple[Entity, ...]] = {}
    said: dict[str, Value] = {}


def takes_places(argument: str) -> bool:
    """Does an argument of this name hold places? `place`, `from_place`."""
    return argument == "place" or argument.endswith("_place")
