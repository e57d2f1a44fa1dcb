"""Two engines, one verdict: our SPARQL finds what pyshacl finds, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph.test_shapes import BREAKS, FULL, broken

from eventgraph.errors import UsageError
from eventgraph.graph.namespaces import PREFIXES
from eventgraph.validate import Violation, validate

SH = "http://www.w3.org/ns/shacl#"


def verdict(found: list[Violation]) -> list[tuple[str, ...]]:
    """Without the datatypes of values, since the store keeps integers of all types as one."""
    return sorted((*map(str, v[:4]), str(v.value).partition("^^")[0]) for v in found)


@pytest.mark.parametrize("shape", [name for name in BREAKS if "," not in name])
def test_both_find_the_same_in_a_broken_graph(shape: str) -> None:
    turtle = broken(BREAKS[shape])
    assert verdict(validate(turtle)) == verdict(validate(turtle, engine="pyshacl")) != []


def test_both_find_nothing_in_a_whole_graph() -> None:
    assert validate(FULL.to_turtle()) == validate(FULL.to_turtle(), engine="pyshacl") == []


# Values, and constraints that some of them break.
LITERALS = """
<a:s> <a:p> 1, "7"^^xsd:nonNegativeInteger, "-8"^^xsd:nonNegativeInteger, "x"^^xsd:nonNegativeInteger,
    "9"^^xsd:int, 7.5, "2021-02-30"^^xsd:date, "2021-02-28"^^xsd:date, "2021"^^xsd:gYear, "10", "ten"@en, "" ;
    <a:q> 5, 11 .
"""
IRIS = """
<a:s> <a:p> <a:o>, <a:longer> . <a:o> a <a:Sub> .
<a:Sub> rdfs:subClassOf <a:Mid> . <a:Mid> rdfs:subClassOf <a:Top> .
"""
# What has an order; pyshacl lets some terms pass that have none.
NUMBERS = '<a:s> <a:p> 1, "7"^^xsd:nonNegativeInteger, "-8"^^xsd:int, 9.5 ; <a:q> 5, 11 .'
ORDERED = ("sh:minInclusive 7", "sh:maxInclusive 7", "sh:lessThan <a:q>")
CONSTRAINTS = [
    "sh:datatype xsd:nonNegativeInteger",
    "sh:datatype xsd:integer",
    "sh:datatype xsd:date",
    "sh:datatype xsd:string",
    "sh:class <a:Top>",
    "sh:class <a:Sub>",
    "sh:nodeKind sh:IRI",
    "sh:nodeKind sh:Literal",
    "sh:minLength 3",
    "sh:pattern '^[0-9]+$'",
    *ORDERED,
    "sh:in ( <a:o> '10' )",
    "sh:minCount 99",
    "sh:maxCount 2",
    "sh:or ( [ sh:datatype xsd:gYear ] [ sh:datatype xsd:date ] [ sh:nodeKind sh:IRI ] )",
]


def shapes_file(folder: Path, constraint: str, path: str = "<a:p>") -> Path:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in {**PREFIXES, "sh": SH}.items())
    shape = f"<a:shape> sh:targetSubjectsOf <a:p> ; sh:property [ sh:path {path} ; {constraint} ] ."
    (folder / "shapes.ttl").write_text(prefixes + shape)
    return folder / "shapes.ttl"


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_both_understand_a_constraint_alike(constraint: str, tmp_path: Path) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    data = NUMBERS if constraint in ORDERED else LITERALS + IRIS
    shapes, turtle = shapes_file(tmp_path, constraint), (prefixes + data).encode()
    ours, theirs = (validate(turtle, engine=engine, shapes=shapes) for engine in ("sparql", "pyshacl"))
    assert verdict(ours) == verdict(theirs) != []


@pytest.mark.parametrize(
    ("constraint", "path"), [("sh:uniqueLang true", "<a:p>"), ("sh:minCount 1", "( <a:p> <a:q> )")]
)
def test_what_only_pyshacl_knows_is_said(constraint: str, path: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--engine pyshacl"):
        validate(b"<a:s> <a:p> 1 .", shapes=shapes_file(tmp_path, constraint, path))


def test_shapes_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "none.ttl").write_text("no shapes")
    for name in ("none.ttl", "missing.ttl"):
        with pytest.raises(UsageError, match=name):
            validate(b"", shapes=tmp_path / name)
