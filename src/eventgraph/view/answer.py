"""The answer to a query as a graph to look at: its rows are the text, and each joins what it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import cast

from eventgraph.errors import UsageError
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import shorten
from eventgraph.graph.query import Cell, Rows
from eventgraph.model import Article, Claim, Entity, Evidence, Value
from eventgraph.model.entity import EntityType

TRIPLE = ("subject", "predicate", "object")
PLAIN = ("date", "modality", "status")
"""Columns that say of a row what is known of a claim: no things."""
NOTHING = (
    "no row of the answer names two things to join; "
    "select two, as in SELECT ?a ?b { ?a eg:metWith ?b }, or print the answer as a table"
)

MOST = 10_000  # rows that a page can draw

Row = Mapping[str, Cell]


def answer_graph(rows: Rows, question: str, things: Mapping[str, Entity], names: Mapping[str, str]) -> Graph:
    """Return the graph of an answer.

    `things` leads from cells, IRIs or names, to what they stand for; `names` from namespace to prefix. Of a
    triple, subject and object are joined; of any other row, the first thing with each of the others.
    Raises UsageError if no row joins two things.
    """
    shown = rows[:MOST]
    lines = [" · ".join(_tell(row, rows.columns, things, names)) for row in shown]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    claims: list[Claim] = []
    for number, (row, (start, end)) in enumerate(zip(shown, pairwise(starts), strict=True)):
        evidence = Evidence("answer", start, end - 1, lines[number], number)
        claims += _claims(row, rows.columns, things, names, evidence)
    if not claims:
        raise UsageError(NOTHING)
    text = "".join(f"{line}\n" for line in lines)
    note = f"The first {MOST:,} of {len(rows):,} rows" if len(rows) > MOST else ""
    return Graph((Article(id="answer", text=text, title=question),), tuple(claims), note=note)


def make_thing(iri: str, label: str | None, names: Mapping[str, str]) -> Entity:
    """Return an IRI as a node: called by its label, or else by its CURIE; its type is a part of its path."""
    short = shorten(iri, names) or iri
    kind = iri.rstrip("/#").rpartition("/")[0].rpartition("/")[2]
    return Entity(iri, label or short, cast(EntityType, kind))  # the page draws other types, too


def _claims(
    row: Row, columns: tuple[str, ...], things: Mapping[str, Entity], names: Mapping[str, str], at: Evidence
) -> Iterator[Claim]:
    values: dict[str, Value] = {name: _local(row[name], names) for name in PLAIN if row.get(name) is not None}
    for number, (relation, one, other) in enumerate(_pairs(row, columns, things, names)):
        yield Claim(
            id=f"{at.sentence}-{number}",
            article=at.article,
            type=relation,
            arguments={"from": (one,), "to": (other,)},
            attributes=values,
            evidence=at,
            mentions={},
            extractor="query",
            confidence=1.0,
        )


def _pairs(
    row: Row, columns: tuple[str, ...], things: Mapping[str, Entity], names: Mapping[str, str]
) -> Iterator[tuple[str, Entity, Entity]]:
    """What is joined, and by what; a relation's name is no type of claim: it has a mark in it."""
    if columns == TRIPLE:
        one, other = things.get(str(row["subject"])), things.get(str(row["object"]))
        relation = str(row["predicate"])
        if one and other and one != other:
            yield shorten(relation, names) or f"<{relation}>", one, other
        return
    told = (name for name in columns if name not in PLAIN)
    found = [(name, thing) for name in told if (thing := things.get(str(row[name])))]
    for name, thing in found[1:]:
        if thing != found[0][1]:
            yield f"– {name} –", found[0][1], thing


def _tell(
    row: Row, columns: tuple[str, ...], things: Mapping[str, Entity], names: Mapping[str, str]
) -> Iterator[str]:
    """The cells of a row in words, unbound ones left out."""
    for column in columns:
        cell = row[column]
        if cell is not None:
            thing = things.get(str(cell))
            yield f"{column}: {thing.name if thing else ' '.join(str(_local(cell, names)).split())}"


def _local(cell: Cell, names: Mapping[str, str]) -> Value:
    """`eg:planned` is told as planned."""
    if not isinstance(cell, str):
        return None if cell is None else str(cell)
    short = shorten(cell, names)
    return short.partition(":")[2] if short else cell
