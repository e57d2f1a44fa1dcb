"""Constraints of SHACL as SPARQL expressions that are true of a value that conforms."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rdflib import SH, XSD
from rdflib.term import Node

from eventgraph.errors import UsageError
from eventgraph.validate.shape import Constraint, Path, Shape

# Classes of the data with all their subclasses.
Closure = Mapping[str, frozenset[str]]
Condition = Callable[[Constraint, str, Closure], str]
NODE_KINDS = {
    SH.IRI: "isIRI({0})",
    SH.Literal: "isLiteral({0})",
    SH.BlankNode: "isBlank({0})",
    SH.IRIOrLiteral: "!isBlank({0})",
    SH.BlankNodeOrIRI: "!isLiteral({0})",
    SH.BlankNodeOrLiteral: "!isIRI({0})",
}
# Of these a literal may be ill-formed, which a cast finds out.
CAST = {XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth, XSD.decimal, XSD.double, XSD.boolean, XSD.integer}


def condition(constraint: Constraint, value: str, closure: Closure) -> str:
    """The expression for one constraint on a variable. Raises UsageError for one that we can't express."""
    if constraint.component not in CONDITIONS:
        raise UsageError(f"sh:{constraint.component} is known to pyshacl only; use --engine pyshacl")
    return f"({CONDITIONS[constraint.component](constraint, value, closure)})"


def step(path: Path, start: str, end: str) -> str:
    """The triple pattern that leads along a path."""
    property = path.property.n3()
    return f"{end} {property} {start} ." if path.inverse else f"{start} {property} {end} ."


def classes(iri: Node, closure: Closure) -> str:
    """The class and its subclasses, as they stand in VALUES."""
    return " ".join(f"<{one}>" for one in sorted(closure.get(str(iri), {str(iri)})))


def _datatype(constraint: Constraint, value: str, _: Closure) -> str:
    datatype = constraint.value.n3()
    same = f"isLiteral({value}) && DATATYPE({value}) = {datatype}"
    if constraint.value not in CAST:
        return same
    return f'{same} && COALESCE(STR({datatype}(STR({value}))) != "", false)'


def _class(constraint: Constraint, value: str, closure: Closure) -> str:
    return f"EXISTS {{ {value} a ?kind VALUES ?kind {{ {classes(constraint.value, closure)} }} }}"


def _less_than(constraint: Constraint, value: str, _: Closure) -> str:
    other = f"?this {constraint.value.n3()} ?bound"
    return f"NOT EXISTS {{ {other} FILTER (!COALESCE({value} < ?bound, false)) }}"


def _or(constraint: Constraint, value: str, closure: Closure) -> str:
    return " || ".join(_conforms(shape, value, closure) for shape in constraint.shapes)


def _conforms(shape: Shape, value: str, closure: Closure) -> str:
    """Of a property shape only that there is a value can be said in an expression."""
    if shape.path is None and not shape.properties:
        return " && ".join(condition(c, value, closure) for c in shape.constraints)
    if shape.path and [(c.component, str(c.value)) for c in shape.constraints] == [("minCount", "1")]:
        return f"EXISTS {{ {step(shape.path, value, '?some')} }}"
    raise UsageError("sh:or has a shape that only pyshacl knows; use --engine pyshacl")


CONDITIONS: Mapping[str, Condition] = {
    "class": _class,
    "datatype": _datatype,
    "in": lambda c, v, _: " || ".join(f"sameTerm({v}, {member.n3()})" for member in c.members),
    "lessThan": _less_than,
    "maxInclusive": lambda c, v, _: f"COALESCE({v} <= {c.value.n3()}, false)",
    "minInclusive": lambda c, v, _: f"COALESCE({v} >= {c.value.n3()}, false)",
    "minLength": lambda c, v, _: f"!isBlank({v}) && STRLEN(STR({v})) >= {c.value}",
    "nodeKind": lambda c, v, _: NODE_KINDS[c.value].format(v),  # type: ignore[index]
    "or": _or,
    "pattern": lambda c, v, _: f"!isBlank({v}) && REGEX(STR({v}), {c.value.n3()})",
}
