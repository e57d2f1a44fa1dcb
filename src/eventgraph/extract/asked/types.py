"""The types of claims that a model server is asked for, and the form in which it tells them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from eventgraph.extract.engine.rule import claim_types
from eventgraph.model import EntityType
from eventgraph.schema.ontology import load_ontology

TYPES = Path(__file__).with_name("types.yml")
PLAIN = {"words": str, "office": str, "number": int}


class AskedType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked for; see `types.yml`."""

    about: str
    asks: dict[str, str]
    needs: tuple[str, ...]
    same: tuple[str, ...]
    only: dict[str, tuple[EntityType, ...]] = {}


class Told(msgspec.Struct, forbid_unknown_fields=True):
    """A claim as the server tells it: its quote, the word that tells it; arguments and attributes by type."""

    quote: str
    word: str
    modality: Any

    @property
    def type(self) -> str:
        """The type of the claim."""
        return str(self.__struct_config__.tag)

    def names(self, argument: str) -> list[str]:
        """What fills an argument, in words of the quote."""
        found: list[str] = getattr(self, f"{argument}_")
        return found

    def value(self, attribute: str) -> Any:
        """An attribute's value; None if the server gives none."""
        return getattr(self, f"{attribute}_")


@cache
def asked_types() -> dict[str, AskedType]:
    """Read `types.yml` once."""
    return msgspec.convert(yaml.safe_load(TYPES.read_text("utf-8")), dict[str, AskedType])


def _concepts(scheme: str) -> Any:
    return Literal[tuple(load_ontology().schemes[scheme].concepts)]


def _fields(name: str) -> Iterator[tuple[str, Any]]:
    """A field's name in Python ends in `_`, so that `from` is one."""
    yield "modality", _concepts("eg:Modality")
    yield from ((f"{argument}_", list[str]) for argument in claim_types()[name].arguments)
    for attribute, kind in asked_types()[name].asks.items():
        plain = PLAIN.get(kind.rstrip("?")) or _concepts(kind.rstrip("?"))
        yield f"{attribute}_", plain | None if kind.endswith("?") else plain


def _form(name: str) -> type[Told]:
    fields = list(_fields(name))
    rename = {field: field.rstrip("_") for field, _ in fields}
    return msgspec.defstruct(  # type: ignore[return-value]
        name, fields, bases=(Told,), tag_field="type", tag=name, rename=rename, forbid_unknown_fields=True
    )


@cache
def told_forms() -> dict[str, type[Told]]:
    """Return the form of each type's claims, for msgspec to check and to describe."""
    return {name: _form(name) for name in asked_types()}
