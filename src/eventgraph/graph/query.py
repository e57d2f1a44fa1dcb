"""SPARQL over a graph in memory, by pyoxigraph; nothing outside the graph is ever asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from eventgraph.errors import UsageError
from eventgraph.graph.namespaces import PREFIXES
from eventgraph.graph.refusal import check_query

Cell: TypeAlias = str | int | float | bool | None
INTEGERS = {f"http://www.w3.org/2001/XMLSchema#{t}" for t in ("integer", "nonNegativeInteger", "int", "long")}
DECIMALS = {f"http://www.w3.org/2001/XMLSchema#{t}" for t in ("decimal", "double", "float")}
PLACE = re.compile(r"error at (\d+):(\d+): (.*)")
LONGEST = 240
BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


class Rows(list[dict[str, Cell]]):
    """A query's answer: one dict a row, from variable to value; `columns` in the query's order.

    IRIs, dates and other literals are strings; numbers and truth values are Python's; unbound is None.
    """

    def __init__(self, columns: Iterable[str], rows: Iterable[dict[str, Cell]]) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)


def load_store(turtle: bytes) -> ox.Store:
    """A store in memory with what a Turtle or TriG file says. Raises UsageError if it is neither."""
    store = ox.Store()
    load_into(store, turtle)
    return store


def load_into(store: ox.Store, turtle: bytes) -> None:
    """Add what a Turtle or TriG file says. Raises UsageError if it is neither."""
    try:
        store.bulk_load(input=turtle, format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        raise UsageError(f"the graph is no Turtle ({told(error)}); build it again") from None


def run_query(store: ox.Store, sparql: str, prefixes: Mapping[str, str] = PREFIXES) -> Rows:
    """Answer SELECT, ASK (one row, `ask`), CONSTRUCT and DESCRIBE (rows of subject, predicate, object).

    `prefixes` need no declaration. Where there are named graphs, a pattern outside GRAPH is sought in all.
    Raises UsageError for a query that is refused or wrong.
    """
    check_query(sparql)
    try:
        named = any(True for _ in store.named_graphs())
        answer = store.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=named)
        return read_answer(answer)
    except (SyntaxError, OSError, RuntimeError) as error:
        raise UsageError(f"the query can't be answered: {told(error)}") from None


def read_answer(answer: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]) -> Rows:
    """The engine's answer, or one that it has read for us, as rows."""
    if isinstance(answer, ox.QueryBoolean):
        return Rows(["ask"], [{"ask": bool(answer)}])
    if isinstance(answer, ox.QuerySolutions):
        columns = [variable.value for variable in answer.variables]
        return Rows(columns, [{name: _cell(solution[name]) for name in columns} for solution in answer])
    columns = ["subject", "predicate", "object"]
    return Rows(columns, [{name: _cell(term) for name, term in zip(columns, t, strict=True)} for t in answer])


def _cell(term: object) -> Cell:
    if not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    kind = term.datatype.value
    if kind in INTEGERS:
        return int(term.value)
    if kind in DECIMALS:
        return float(term.value)
    return term.value == "true" if kind == BOOLEAN else term.value


def told(error: Exception) -> str:
    """What the engine says is wrong, in one line of bearable length; the place first, in words."""
    text = " ".join(str(error).split())
    match = PLACE.match(text)
    if match is None:
        return text[:LONGEST]
    text = f"line {match[1]}, column {match[2]}: {match[3]}"
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(', ')[0]}, …"
