"""How entities and relations are drawn and worded: the contents of `drawing.yml`, checked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from eventgraph.model import Claim, Entity

PLAIN = (None, "asserted", "current", "acting")
NEUTRAL = "#8a929c"


class EntityStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How entities of one type look, and the word for one and for several."""

    one: str
    label: str
    colour: str
    shape: str


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which claims make an edge, between whom, and how it is drawn and told."""

    claim: str
    label: str
    section: str
    sources: tuple[str, ...] = msgspec.field(name="from")
    targets: tuple[tuple[str, ...], ...] = msgspec.field(name="to")
    words: tuple[str, ...]
    weight: float
    brief: tuple[str, ...] = ()
    colour: str = NEUTRAL
    kind: str | None = None
    caption: str | None = None
    mutual: bool = False
    contact: bool = False
    timeless: bool = False

    def ends(self, claim: Claim) -> list[tuple[str, str]]:
        """Return the ids of the two ends of every edge that `claim` draws; mutual ones in sorted order."""
        given = next((names for names in self.targets if any(map(claim.arguments.get, names))), ())
        ends = {
            (source.id, target.id)
            for source in entities(claim, self.sources)
            for target in entities(claim, given)
            if source.id != target.id
        }
        return sorted({(min(pair), max(pair)) for pair in ends} if self.mutual else ends)


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How what is no plain fact is called and drawn."""

    label: str
    dashes: tuple[int, int] = (5, 6)
    colour: str = "#9aa1a9"


class Drawing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `drawing.yml`."""

    entities: dict[str, EntityStyle]
    relations: dict[str, Relation]
    marks: dict[str, Mark]
    terms: dict[str, str]
    groups: tuple[str, ...]
    other: str

    def mark(self, name: str) -> Mark:
        """Return how the mark is drawn; one that another package's extractor gives, under its own name."""
        return self.marks.get(name) or Mark(name)

    def relation(self, claim: Claim) -> tuple[str, Relation]:
        """Return name and form of the relation that `claim` is drawn as.

        A type or kind that is not in the table, as another package's extractor may give, is drawn in neutral
        grey from its first argument to all others, under its own name.
        """
        for name, relation in self.relations.items():
            if relation.claim == claim.type and relation.kind in (None, claim.attributes.get("kind")):
                return name, relation
        name = f"own {claim.type}"  # none of the table's names
        first, *others = tuple(claim.arguments) or ("",)
        parts = (f"{{{first}}}", f" {claim.type}", *(f" {{{name}}}" for name in others))
        section = claim.type.capitalize()
        return name, Relation(claim.type, claim.type, section, (first,), (tuple(others),), parts, weight=0.5)


def entities(claim: Claim, names: tuple[str, ...]) -> list[Entity]:
    """Return the entities in these arguments of `claim`, in order."""
    return [entity for name in names for entity in claim.arguments.get(name, ())]


def mark_of(claim: Claim) -> str:
    """Return why `claim` is no plain fact (`planned`, `former`, …), or "" if it is one."""
    values = (claim.attributes.get("modality"), claim.attributes.get("status"))
    return next((str(value) for value in values if value not in PLAIN), "")


@cache
def load_drawing() -> Drawing:
    """Return the table of `drawing.yml`."""
    text = files("eventgraph.view").joinpath("drawing.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Drawing)
