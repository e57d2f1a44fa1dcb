"""Shapes of SHACL (https://www.w3.org/TR/shacl/) as plain values, read from Turtle."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rdflib import RDFS, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from eventgraph.errors import UsageError

TARGETS = ("targetClass", "targetObjectsOf", "targetSubjectsOf")
# What a shape says besides targets and constraints.
ASIDE = {"path", "property", "message", "name", "description", "prefixes"}


class Path(NamedTuple):
    """A property, or the way back along it."""

    property: Node
    inverse: bool


class Constraint(NamedTuple):
    """A component by its local name in `sh:` (`minCount`), and its value: a term, a list, or shapes."""

    component: str
    value: Node
    members: tuple[Node, ...] = ()
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True)
class Shape:
    """A node shape (without `path`) or a property shape; `targets` are pairs such as targetClass, class."""

    node: Node
    comment: str
    targets: tuple[tuple[str, Node], ...]
    path: Path | None
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]


def read_shapes(path: pathlib.Path) -> tuple[Shape, ...]:
    """The shapes that have targets, sorted. Raises UsageError if the file can't be read."""
    try:
        graph = Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise UsageError(f"{path} can't be read as shapes: {' '.join(str(error).split())}") from error
    targeted = {node for name in TARGETS for node in graph.subjects(SH[name])}
    return tuple(_shape(node, graph) for node in sorted(targeted, key=str))


def _shape(node: Node, graph: Graph) -> Shape:
    return Shape(
        node=node,
        comment=str(graph.value(node, RDFS.comment) or ""),
        targets=tuple((name, o) for name in TARGETS for o in sorted(graph.objects(node, SH[name]), key=str)),
        path=_path(node, graph),
        constraints=tuple(sorted(_constraints(node, graph), key=lambda c: (c.component, str(c.value)))),
        properties=tuple(_shape(p, graph) for p in _in_order(node, graph)),
    )


def _in_order(node: Node, graph: Graph) -> list[Node]:
    """The property shapes by their paths, since blank nodes have no order of their own."""
    return sorted(graph.objects(node, SH.property), key=lambda p: (str(_path(p, graph)), str(p)))


def _path(node: Node, graph: Graph) -> Path | None:
    path = graph.value(node, SH.path)
    if path is None:
        return None
    if isinstance(path, URIRef):
        return Path(path, False)
    back = graph.value(path, SH.inversePath)
    if back is None:
        raise UsageError("a shape has a path that only pyshacl knows; use --engine pyshacl")
    return Path(back, True)


def _constraints(node: Node, graph: Graph) -> Iterator[Constraint]:
    for predicate, value in graph.predicate_objects(node):
        namespace, component = str(predicate)[: len(str(SH))], str(predicate)[len(str(SH)) :]
        if namespace != str(SH) or component in ASIDE or component in TARGETS:
            continue
        if component == "sparql":
            yield Constraint(component, Literal(_prefixed(value, graph)))
        elif component == "or":
            members = tuple(Collection(graph, value))
            yield Constraint(component, value, shapes=tuple(_shape(member, graph) for member in members))
        else:
            members = tuple(Collection(graph, value)) if component == "in" else ()
            yield Constraint(component, value, members)


def _prefixed(node: Node, graph: Graph) -> str:
    """The query of a SPARQL constraint after the prefixes that it uses."""
    declared = [d for o in graph.objects(node, SH.prefixes) for d in graph.objects(o, SH.declare)]
    lines = {f"PREFIX {graph.value(d, SH.prefix)}: <{graph.value(d, SH.namespace)}>\n" for d in declared}
    return "".join(sorted(lines)) + str(graph.value(node, SH.select))
