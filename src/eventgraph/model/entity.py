"""Someone or something that claims speak of."""

from __future__ import annotations

from typing import Literal

import msgspec

from eventgraph.model.slug import slug

EntityType = Literal["person", "organization", "country", "place", "group"]


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A canonical name, all names met, and identifiers elsewhere (`same_as`: IRIs, e.g. Wikidata).

    `id` is the readable path of its IRI below the base, e.g. `person/hady-amr`.
    Before resolution an entity is local to its article and `name` its fullest form there.
    """

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


def make_entity(
    name: str, type: EntityType, names: tuple[str, ...] = (), same_as: tuple[str, ...] = ()
) -> Entity:
    """Return an entity whose id is a pure function of its type and name."""
    return Entity(f"{type}/{slug(name)}", name, type, names or (name,), same_as)
