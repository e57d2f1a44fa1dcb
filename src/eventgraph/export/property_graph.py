"""Nodes and edges with flat properties: what all graph tools understand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Value = str | int | float | tuple[str, ...]
Kind = Literal["string", "integer", "decimal", "list"]
# Properties that are not plain strings.
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("count", "articles", "witnesses", "start", "end"), "integer"),
    "confidence": "decimal",
    **dict.fromkeys(("names", "same_as", "authors", "evidence", "quotes", "said"), "list"),
}
# What XML 1.0 has no way to write, lone surrogates included; other formats' readers stumble over it, too.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Node(NamedTuple):
    """An entity, a fact or an article. `id` is its IRI below the graph's base, `label` its name."""

    id: str
    label: str
    type: str
    properties: Mapping[str, Value]

    def record(self) -> dict[str, Value]:
        """All of it, flat; unknown values are absent."""
        return {"id": self.id, "label": self.label, "type": self.type, **self.properties}


class Edge(NamedTuple):
    """From node to node; `relation` is a property's local name, `label` the same for people.

    `qualifier` is the modality or status that keeps it from being a fact of today (else empty):
    the label says so, too.
    """

    id: str
    source: str
    target: str
    relation: str
    label: str
    qualifier: str
    properties: Mapping[str, Value]

    def record(self) -> dict[str, Value]:
        """All of it, flat; unknown values are absent."""
        named = {name: getattr(self, name) for name in ("id", "source", "target", "relation", "label")}
        return {**named, **self.properties}


class PropertyGraph(NamedTuple):
    """Sorted nodes and edges, and the names of all properties that they may have, in order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    node_properties: tuple[str, ...]
    edge_properties: tuple[str, ...]

    @property
    def node_columns(self) -> tuple[str, ...]:
        """Names of the nodes' records."""
        return ("id", "label", "type", *self.node_properties)

    @property
    def edge_columns(self) -> tuple[str, ...]:
        """Names of the edges' records."""
        return ("id", "source", "target", "relation", "label", *self.edge_properties)


def kind_of(name: str) -> Kind:
    """What the values of a property are."""
    return KINDS.get(name, "string")


def flatten(value: Value) -> str | int | float:
    """The value for formats without lists: these become JSON, which no value can break out of."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def clean(text: str) -> str:
    """The text with U+FFFD for each character that can't be written everywhere (NUL, for one)."""
    return UNWRITABLE.sub("\ufffd", text)
