"""The ontology as its YAML files say it; `turtle.py` writes it for others, `graph/` follows it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

T = TypeVar("T")
Identity = tuple[str | tuple[str, ...], ...]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record of YAML in which a misspelt key is an error."""


class Inverse(Strict, frozen=True):
    """The way back along a property; graphs don't write it, reasoners and queries may."""

    property: str
    label: str


class Property(Strict, frozen=True):
    """`range` is a class, a datatype, a scheme (its concepts), or `date` (a day, month or year)."""

    label: str
    comment: str
    range: str
    domain: str | None = None
    parents: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    inverse: Inverse | None = None


class Class(Strict, frozen=True):
    """A class, and which claims state its instances.

    `slots` leads from a claim's arguments and attributes to properties, and is inherited; `identity`
    names those that make two claims state the same fact (a nested list counts as one unordered set).
    """

    iri: str = msgspec.field(name="class")
    label: str
    comment: str
    parents: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()
    entity: str | None = None
    plover: str | None = None
    path: str | None = None
    states: str | None = None
    when: dict[str, str] = {}
    identity: Identity = ()
    slots: dict[str, str] = {}
    properties: dict[str, Property] = {}


class Scheme(Strict, frozen=True):
    """A SKOS concept scheme; `concepts` maps local names to definitions."""

    iri: str = msgspec.field(name="scheme")
    label: str
    comment: str
    concepts: dict[str, str]


class Direct(Strict, frozen=True):
    """How a plain triple follows from a fact node; see `direct.yml`."""

    property: str
    label: str
    comment: str
    of: str = msgspec.field(name="class")
    start: str = msgspec.field(name="from")
    to: str
    where: dict[str, tuple[str, ...]] = {}
    symmetric: bool = False
    close: tuple[str, ...] = ()
    inverse: Inverse | None = None


class Header(Strict, frozen=True):
    """What the ontology says of itself."""

    iri: str
    label: str
    comment: str
    version: str
    license: str


class Ontology(Strict, frozen=True):
    """All of it, by CURIE."""

    header: Header
    classes: dict[str, Class]
    properties: dict[str, Property]
    schemes: dict[str, Scheme]
    direct: tuple[Direct, ...]

    def lineage(self, curie: str) -> list[Class]:
        """The class and its ancestors of our own, nearest first."""
        own = self.classes[curie]
        return [own, *(c for p in own.parents if p in self.classes for c in self.lineage(p))]

    @property
    def terms(self) -> list[str]:
        """Classes, properties and plain properties, sorted."""
        return sorted({*self.classes, *self.properties, *(rule.property for rule in self.direct)})

    @property
    def inverses(self) -> dict[str, Inverse]:
        """The ways back, by the property that they lead back along."""
        named = {curie: property.inverse for curie, property in self.properties.items()}
        named |= {rule.property: rule.inverse for rule in self.direct}
        return {curie: inverse for curie, inverse in named.items() if inverse}

    def ends(self, curie: str) -> tuple[str, str]:
        """The classes that a property leads from and to."""
        for rule in self.direct:
            if rule.property == curie:
                return self.properties[rule.start].range, self.properties[rule.to].range
        return self.properties[curie].domain or "", self.properties[curie].range

    def is_concept(self, property: str) -> bool:
        """Whether the property's values are concepts of a scheme."""
        return self.properties[property].range in self.schemes


def _folder(name: str, kind: type[T]) -> list[T]:
    folder = files("eventgraph.schema").joinpath(name)
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".yml")), key=lambda p: p.name)
    return [msgspec.convert(yaml.safe_load(p.read_text("utf-8")), kind) for p in paths]


def _file(name: str, kind: type[T]) -> T:
    text = files("eventgraph.schema").joinpath(name).read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), kind)


@cache
def load_ontology() -> Ontology:
    """Read the YAML files once."""
    classes = {c.iri: c for c in _folder("classes", Class)}
    schemes = {s.iri: s for s in _folder("schemes", Scheme)}
    direct = tuple(_file("direct.yml", list[Direct]))
    properties = {
        curie: p if p.domain else msgspec.structs.replace(p, domain=c.iri)
        for c in classes.values()
        for curie, p in c.properties.items()
    }
    return Ontology(_file("ontology.yml", Header), classes, properties, schemes, direct)
