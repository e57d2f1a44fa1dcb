"""Neo4j: CSV headers as neo4j-admin wants them; a script whose every statement is what it seems."""

from __future__ import annotations

import csv
import io
import re

import pytest

from eventgraph.export.cypher import literal
from eventgraph.export.cypher import name as cypher_name
from eventgraph.export.neo4j import write_neo4j
from eventgraph.export.property_graph import PropertyGraph

from .corpus import NAMES, SHAPED, flat
from .cypher_reader import read_statement, unescape

cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)
NODE = r"MERGE \( n : `Thing` { id : row . id } \) SET n : `[A-Z]\w+` SET n \+= row"
EDGE = (
    r"MATCH \( a : `Thing` { id : row . source } \) MATCH \( b : `Thing` { id : row . target } \) "
    r"MERGE \( a \) - \[ r : `[A-Z_]+` { id : row . id } \] - > \( b \) SET r \+= row"
)


def rows(content: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)]


def bare(row: dict[str, str]) -> dict[str, str]:
    """Known properties without the types of the header."""
    return {name.partition(":")[0]: v for name, v in row.items() if v and not name.startswith(":")}


@cases
def test_csv_holds_nodes_and_edges(shaped: PropertyGraph) -> None:
    files = write_neo4j(shaped)
    nodes, edges = rows(files["nodes.csv"]), rows(files["edges.csv"])
    assert [bare(row) for row in nodes] == [as_text(node.record()) for node in shaped.nodes]
    assert [bare(row) for row in edges] == [as_text(edge.record()) for edge in shaped.edges]
    assert [row[":ID"] for row in nodes] == [node.id for node in shaped.nodes]
    ends = [(row[":START_ID"], row[":END_ID"]) for row in edges]
    assert ends == [(edge.source, edge.target) for edge in shaped.edges]
    assert all(re.fullmatch(r"[A-Z]\w+;Thing", row[":LABEL"]) for row in nodes)
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", row[":TYPE"]) for row in edges)


def as_text(record: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in flat(record).items()}  # type: ignore[arg-type]


def test_a_plan_or_a_denial_has_a_type_of_its_own() -> None:
    types = {(row["modality"], row[":TYPE"]) for row in rows(write_neo4j(SHAPED["rich-simple"])["edges.csv"])}
    met = {type for type in types if type[1].endswith("MET_WITH")}
    assert met == {("asserted", "MET_WITH"), ("negated", "NEGATED_MET_WITH"), ("planned", "PLANNED_MET_WITH")}


@pytest.mark.parametrize("name", ["rich-full", "hostile-simple"])
def test_the_script_makes_the_same_nodes_and_edges(name: str) -> None:
    shaped = SHAPED[name]
    first, *statements, last = write_neo4j(shaped)["import.cypher"].decode("utf-8").split(";\n")
    assert first == "CREATE CONSTRAINT IF NOT EXISTS FOR (n:`Thing`) REQUIRE n.id IS UNIQUE" and not last
    read = [read_statement(statement) for statement in statements]
    assert all(re.fullmatch(f"AS row (?:{NODE}|{EDGE})", rest) for _, rest in read)
    records = [
        {n: tuple(v) if isinstance(v, list) else v for n, v in row.items()}
        for many, _ in read
        for row in many
    ]
    ours = [item.record() for item in (*shaped.nodes, *shaped.edges)]
    assert sorted(records, key=lambda r: r["id"]) == sorted(ours, key=lambda r: str(r["id"]))


@pytest.mark.parametrize("text", [n.replace("\ud800", "") for n in NAMES], ids=lambda n: ascii(n[:12]))
def test_a_literal_stays_one_even_if_escapes_are_decoded_before_parsing(text: str) -> None:
    """Older Neo4j replaces every backslash-u first, whatever stands before it."""
    script = literal(text)
    decoded = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), script)
    for version in (script, decoded):
        parts = re.findall(r"'(?:[^'\\]|\\.)*'", version, re.DOTALL)
        assert " + ".join(parts) == version
        assert "".join(map(unescape, parts)) == text


def test_names_that_need_quotes_are_refused() -> None:
    with pytest.raises(ValueError, match="no plain Cypher name"):
        cypher_name("a`b")
