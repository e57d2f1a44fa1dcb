"""A Cypher script that makes nodes and edges; run twice it makes nothing twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from eventgraph.export.property_graph import Value

Record = Mapping[str, Value]
BATCH = 500
NAME = re.compile("[A-Za-z][A-Za-z0-9_]*")
# Quotes, backslashes, control characters, and marks that turn or hide text.
ESCAPED = re.compile("['\\\\\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "'": "\\'", "\\": "\\\\"}


def write_cypher(nodes: Iterable[tuple[str, Record]], edges: Iterable[tuple[str, Record]], all: str) -> bytes:
    """Statements for `cypher-shell` from nodes with their label and edges with their type.

    All nodes bear the label `all`, too, so that one index finds the ends of every edge by `id`.
    """
    return "".join(_statements(nodes, edges, name(all))).encode("utf-8")


def _statements(
    nodes: Iterable[tuple[str, Record]], edges: Iterable[tuple[str, Record]], all: str
) -> Iterator[str]:
    yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{all}) REQUIRE n.id IS UNIQUE;\n"
    for label, rows in _batches(nodes):
        yield _unwind(rows, f"MERGE (n:{all} {{id: row.id}}) SET n:{name(label)} SET n += row")
    ends = f"MATCH (a:{all} {{id: row.source}}) MATCH (b:{all} {{id: row.target}})"
    for type, rows in _batches(edges):
        yield _unwind(rows, f"{ends} MERGE (a)-[r:{name(type)} {{id: row.id}}]->(b) SET r += row")


def _batches(records: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, Sequence[Record]]]:
    by_name: defaultdict[str, list[Record]] = defaultdict(list)
    for named, record in records:
        by_name[named].append(record)
    for named, rows in sorted(by_name.items()):
        yield from ((named, rows[i : i + BATCH]) for i in range(0, len(rows), BATCH))


def _unwind(rows: Sequence[Record], do: str) -> str:
    maps = ",\n".join(_map(row) for row in rows)
    return f"UNWIND [\n{maps}\n] AS row\n{do};\n"


def _map(record: Record) -> str:
    return "{" + ", ".join(f"{name(key)}: {literal(value)}" for key, value in record.items()) + "}"


def literal(value: Value) -> str:
    """The value as a Cypher expression."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    return _quote(value) if isinstance(value, str) else repr(value)


def _quote(text: str) -> str:
    """Neo4j may decode `\\uXXXX` before it parses, even after an escaped backslash: they must not meet."""
    escaped = ESCAPED.sub(lambda match: SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}", text)
    return "'" + re.sub(r"(\\\\)([uU])", r"\1' + '\2", escaped) + "'"


@cache
def name(text: str) -> str:
    """A label, type or property as it is. Raises ValueError for what would need quotes: ours never do."""
    if not NAME.fullmatch(text):
        raise ValueError(f"{text!r} is no plain Cypher name")
    return f"`{text}`"
