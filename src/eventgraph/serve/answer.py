"""A query's answer as bytes, in the process that holds the graph."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pyoxigraph as ox

from eventgraph.errors import UsageError
from eventgraph.graph.query import told
from eventgraph.graph.refusal import check_query
from eventgraph.serve.formats import GRAPHS, RESULTS, content_type
from eventgraph.serve.messages import Answer, Query


class TooLargeError(Exception):
    """The answer outgrew what may be sent."""


class Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond `limit` bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self.limit:
            raise TooLargeError
        return super().write(data)


def answer_query(store: ox.Store, query: Query, prefixes: Mapping[str, str], limit: int) -> Answer:
    """200 with the answer; 400 for a wrong query, 403 for a refused one, 406, or 503 beyond `limit` bytes."""
    try:
        check_query(query.sparql)
    except UsageError as error:
        return refusal(403, str(error))
    body = Bounded(limit)
    try:
        media = _write(_ask(store, query, prefixes), query, body)
    except TooLargeError:
        return refusal(503, f"the answer is larger than {limit} bytes; add LIMIT, or ask for less")
    except (SyntaxError, ValueError) as error:
        return refusal(400, told(error))
    except (OSError, RuntimeError) as error:
        return refusal(400, f"the query can't be answered: {told(error)}")
    if media is None:
        return refusal(406, "none of the types in Accept is one of ours; see the service description")
    return Answer(200, body.getvalue(), content_type(media))


def refusal(status: int, why: str) -> Answer:
    """An answer that says in one line what is wrong."""
    return Answer(status, f"{why}\n".encode("utf-8", "replace"))


def _ask(
    store: ox.Store, query: Query, prefixes: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    return store.query(query.sparql, prefixes=dict(prefixes), **_dataset(query))  # type: ignore[arg-type]


def _dataset(query: Query) -> dict[str, list[ox.NamedNode]]:
    """As the protocol says: a dataset of which one half is named has nothing in its other half."""
    if query.default is None and query.named is None:
        return {}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in query.default or ()],
        "named_graphs": [ox.NamedNode(iri) for iri in query.named or ()],
    }


def _write(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, query: Query, body: Bounded
) -> str | None:
    media = query.graph if isinstance(answer, ox.QueryTriples) else query.results
    if media is None:
        return None
    if isinstance(answer, ox.QueryTriples):
        answer.serialize(body, GRAPHS[media])
    else:
        answer.serialize(body, RESULTS[media])
    return media
