"""Shapes as SPARQL queries, each of which finds the nodes that break one constraint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rdflib import XSD

from eventgraph.errors import UsageError
from eventgraph.validate.conditions import Closure, classes, condition, step
from eventgraph.validate.shape import Constraint, Shape

# The store keeps integers of all these types as one, so that their datatypes are read from the file itself.
INTEGERS = {XSD[name] for name in ("nonNegativeInteger", "positiveInteger", "long", "int", "short", "byte")}
INTEGERS |= {XSD[f"unsigned{name}"] for name in ("Long", "Int", "Short", "Byte")}
INTEGERS |= {XSD.integer, XSD.nonPositiveInteger, XSD.negativeInteger}

SELECT = re.compile(r"(.*?)\s*SELECT[^{]*WHERE\s*\{(.*)\}\s*", re.DOTALL)


class Check(NamedTuple):
    """A query with ?this and, but for counts, ?value: one row a violation.

    The constraint is one of the shape itself, or of `part`, a property shape of it.
    """

    shape: Shape
    part: Shape | None
    constraint: Constraint
    sparql: str

    @property
    def is_of_integers(self) -> bool:
        """Whether it asks for a datatype that the store does not keep; `sparql` then gives all values."""
        return self.constraint.component == "datatype" and self.constraint.value in INTEGERS


def make_checks(shapes: Iterable[Shape], closure: Closure) -> Iterator[Check]:
    """The checks of all shapes. Raises UsageError for a constraint that can't be expressed."""
    for shape in shapes:
        focus = _focus(shape, closure)
        for constraint in shape.constraints:
            yield Check(shape, None, constraint, _of_node(focus, constraint, closure))
        for part in shape.properties:
            for constraint in part.constraints:
                check = Check(shape, part, constraint, "")
                yield check._replace(sparql=_of_property(focus, check, closure))


def _focus(shape: Shape, closure: Closure) -> str:
    forms = {
        "targetClass": lambda node: f"?this a ?class VALUES ?class {{ {classes(node, closure)} }}",
        "targetSubjectsOf": lambda node: f"?this {node.n3()} ?any",
        "targetObjectsOf": lambda node: f"?any {node.n3()} ?this",
    }
    branches = " UNION ".join(f"{{ {forms[name](node)} }}" for name, node in shape.targets)
    return f"{{ SELECT DISTINCT ?this WHERE {{ {branches} }} }}"


def _of_node(focus: str, constraint: Constraint, closure: Closure) -> str:
    if constraint.component == "sparql":
        return _select(focus, str(constraint.value))
    right = condition(constraint, "?this", closure)
    return f"SELECT ?this (?this AS ?value) WHERE {{ {focus} FILTER (!{right}) }}"


def _select(focus: str, select: str) -> str:
    """The query of a SPARQL constraint for all focus nodes at once. Raises UsageError if it has no WHERE."""
    found = SELECT.fullmatch(select)
    if found is None:
        raise UsageError("a sh:select is more than SELECT … WHERE { … }; use --engine pyshacl")
    head, body = found.groups()
    return f"{head} SELECT DISTINCT ?this ?value WHERE {{ {focus} {body.replace('$this', '?this')} }}"


def _of_property(focus: str, check: Check, closure: Closure) -> str:
    assert check.part and check.part.path
    constraint, values = check.constraint, step(check.part.path, "?this", "?value")
    if constraint.component == "minCount":
        grouped = f"SELECT ?this WHERE {{ {focus} OPTIONAL {{ {values} }} }} GROUP BY ?this"
        return f"{grouped} HAVING (COUNT(DISTINCT ?value) < {constraint.value})"
    if constraint.component == "maxCount":
        grouped = f"SELECT ?this WHERE {{ {focus} {values} }} GROUP BY ?this"
        return f"{grouped} HAVING (COUNT(DISTINCT ?value) > {constraint.value})"
    wrong = "" if check.is_of_integers else f"FILTER (!{condition(constraint, '?value', closure)})"
    return f"SELECT DISTINCT ?this ?value WHERE {{ {focus} {values} {wrong} }}"
