"""SHACL by pyshacl, the reference: exact on any shapes, slow on large graphs."""

from __future__ import annotations

import pathlib
import warnings

from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from eventgraph.errors import UsageError
from eventgraph.validate.violation import Violation


def find_violations(turtle: bytes, path: pathlib.Path) -> list[Violation]:
    """What breaks the shapes in a file, sorted. Raises UsageError if pyshacl is not installed."""
    try:
        import pyshacl
    except ImportError:
        raise UsageError("pyshacl is not installed; pip install 'eventgraph-news[shacl]'") from None
    shapes, data = Graph().parse(path, format="turtle"), Graph().parse(data=turtle, format="turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted({_violation(r, report, shapes) for r in results}, key=lambda violation: violation.order)


def _violation(result: Node, report: Graph, shapes: Graph) -> Violation:
    def of(name: str) -> Node | None:
        return report.value(result, SH[name])

    component = str(of("sourceConstraintComponent")).removeprefix(str(SH)).removesuffix("ConstraintComponent")
    value = None if component in ("MinCount", "MaxCount") else of("value")
    shape = of("sourceShape")
    if isinstance(shape, BNode):
        shape = shapes.value(None, SH.property, shape)
    component = "sparql" if component == "SPARQL" else component[:1].lower() + component[1:]
    focus = of("focusNode")
    assert shape and focus
    return Violation(
        shape.n3(),
        focus.n3(),
        _path(of("resultPath"), report),
        component,
        value if value is None else value.n3(),
    )


def _path(path: Node | None, report: Graph) -> str | None:
    if path is None:
        return None
    back = report.value(path, SH.inversePath)
    return f"^{back.n3()}" if back else path.n3()
