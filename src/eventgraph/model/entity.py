"""Someone or something that claims speak of."""

from __future__ import annotations

from typing import Literal

import msgspec

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
