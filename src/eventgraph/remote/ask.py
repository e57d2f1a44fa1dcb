"""A query to a remote store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

import pyoxigraph as ox

from eventgraph.errors import UsageError
from eventgraph.graph.query import Rows, read_answer, told
from eventgraph.remote.endpoint import Endpoint

JSON, TRIPLES = "application/sparql-results+json", "application/n-triples"
# Virtuoso 7 never answers the other form of POST.
FORM = "application/x-www-form-urlencoded"


def run_remote(endpoint: Endpoint, sparql: str, prefixes: Mapping[str, str]) -> Rows:
    """The rows of a query. `prefixes` that it uses without a declaration of its own are declared.

    Raises UsageError with what the server says is wrong.
    """
    form = urlencode({"query": declare(sparql, prefixes)})
    accept = f"{JSON}, {TRIPLES};q=0.9"
    content, media = endpoint.send("POST", form.encode(), FORM, accept=accept)
    try:
        if media == TRIPLES:
            return read_answer(quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES))
        return read_answer(ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON))
    except (SyntaxError, ValueError) as error:
        raise UsageError(
            f"{endpoint.address} answers with {media} that can't be read: {told(error)}"
        ) from None


def declare(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with the prefixes that occur in it, on its first line, so that lines keep their numbers."""
    used = {name for name in re.findall(r"([\w.-]*):", sparql) if name in prefixes}
    declared = set(re.findall(r"\bPREFIX\s+([\w.-]*):", sparql, re.IGNORECASE))
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in sorted(used - declared)) + sparql
