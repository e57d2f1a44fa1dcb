"""SHACL by SPARQL over pyoxigraph: for whole corpora."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import pyoxigraph as ox
from rdflib import XSD

from eventgraph.errors import UsageError
from eventgraph.validate.checks import Check, make_checks
from eventgraph.validate.conditions import Closure
from eventgraph.validate.shape import Shape
from eventgraph.validate.violation import Violation

SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
LEAST = {XSD.integer: None, XSD.nonNegativeInteger: 0, XSD.positiveInteger: 1}


def find_violations(store: ox.Store, turtle: bytes, shapes: Sequence[Shape]) -> list[Violation]:
    """What breaks the shapes, sorted; `store` holds what the Turtle says.

    Raises UsageError if a shape needs what only pyshacl knows.
    """
    checks = list(make_checks(shapes, closure_of(store)))
    found = {v for check in checks if not check.is_of_integers for v in _run(check, store)}
    found |= set(_integers([check for check in checks if check.is_of_integers], store, turtle))
    return sorted(found, key=lambda violation: violation.order)


def closure_of(store: ox.Store) -> Closure:
    """Every class that has subclasses, with all of them and itself."""
    below: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, SUBCLASS, None):
        below[str(quad.object)[1:-1]].add(str(quad.subject)[1:-1])
    return {top: frozenset(_reach(top, below)) for top in list(below)}


def _reach(top: str, below: dict[str, set[str]]) -> set[str]:
    reached, waiting = {top}, [top]
    while waiting:
        new = below.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _run(check: Check, store: ox.Store) -> Iterator[Violation]:
    answer = cast(ox.QuerySolutions, store.query(check.sparql))
    has_value = any(variable.value == "value" for variable in answer.variables)
    for row in answer:
        yield _violation(check, row["this"], row["value"] if has_value else None)


def _violation(check: Check, focus: object, value: object) -> Violation:
    path = check.part and check.part.path
    written = f"{'^' * path.inverse}{path.property.n3()}" if path else None
    name = check.shape.node.n3()
    return Violation(
        name, str(focus), written, check.constraint.component, None if value is None else str(value)
    )


def _integers(checks: Iterable[Check], store: ox.Store, turtle: bytes) -> Iterator[Violation]:
    """Reads the file once for all of them."""
    wanted: defaultdict[str, list[tuple[Check, set[object]]]] = defaultdict(list)
    for check in checks:
        focus = {row["this"] for row in cast(ox.QuerySolutions, store.query(check.sparql))}
        wanted[_predicate(check)].append((check, focus))
    for triple in ox.parse(turtle, ox.RdfFormat.TURTLE) if wanted else ():
        for check, focus in wanted.get(triple.predicate.value, ()):
            if triple.subject in focus and not _is_integer(triple.object, check):
                yield _violation(check, triple.subject, triple.object)


def _predicate(check: Check) -> str:
    assert check.part and check.part.path
    if check.part.path.inverse or check.constraint.value not in LEAST:
        raise UsageError(
            f"sh:datatype {check.constraint.value} is known to pyshacl only; use --engine pyshacl"
        )
    return str(check.part.path.property)


def _is_integer(term: object, check: Check) -> bool:
    if not isinstance(term, ox.Literal) or term.datatype.value != str(check.constraint.value):
        return False
    digits = term.value.removeprefix("-").removeprefix("+") if term.value[:2] != "-+" else ""
    least = LEAST[check.constraint.value]  # type: ignore[index]
    return digits.isascii() and digits.isdigit() and (least is None or int(term.value) >= least)
