"""The server's own questions to its graph: the files in `sparql/`, filled in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

import msgspec

from eventgraph.graph import terms
from eventgraph.graph.turtle import TurtleWriter
from eventgraph.serve.errors import RefusedError
from eventgraph.serve.messages import Answer, Query
from eventgraph.serve.pool import Pool
from eventgraph.serve.protocol import IRI

JSON = "application/sparql-results+json"


class Term(msgspec.Struct, frozen=True):
    """A value of a variable, as SPARQL's JSON has it."""

    type: str
    value: str


Row = dict[str, Term]


class _Bindings(msgspec.Struct):
    bindings: list[Row]


class _Results(msgspec.Struct):
    results: _Bindings


@cache
def template(name: str) -> Template:
    """A file in `sparql/`."""
    folder = files("eventgraph.serve").joinpath("sparql")
    text = folder.joinpath(f"{name}.rq").read_text("utf-8")
    return Template(text.replace("$chosen", folder.joinpath("chosen.rq").read_text("utf-8")))


def iri(text: str) -> str:
    """An IRI as SPARQL. Raises RefusedError if it is none."""
    if not IRI.fullmatch(text):
        raise RefusedError(404, "there is no such address here")
    return f"<{text}>"


def string(text: str) -> str:
    """Text as SPARQL."""
    return TurtleWriter({}).term(terms.text(text))


async def select(pool: Pool, name: str, **values: str) -> list[Row]:
    """The rows of one of them. Raises RefusedError if the pool gives none."""
    answer = await ask(pool, name, JSON, None, **values)
    return msgspec.json.decode(answer.body, type=_Results).results.bindings


async def ask(pool: Pool, name: str, results: str | None, graph: str | None, **values: Any) -> Answer:
    """The answer to one of them. Raises RefusedError for any status but 200."""
    answer = await pool.query(Query(template(name).substitute(values), results, graph))
    if answer.status != 200:
        raise RefusedError(answer.status, answer.body.decode("utf-8", "replace").strip())
    return answer
