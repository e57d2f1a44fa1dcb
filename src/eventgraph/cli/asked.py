"""What `eventgraph query` is asked: a graph, here or remote, and SPARQL with its values filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from eventgraph.graph.query import Rows

PREFIX = re.compile(r"^@prefix\s+([\w.-]*):\s*<([^>]*)>", re.MULTILINE)


class Asked(NamedTuple):
    """A question, whom it goes to, and the prefixes of the graph there."""

    ask: Callable[[str], Rows]
    sparql: str
    prefixes: Mapping[str, str]


def ask_here(words: tuple[str, ...], seconds: float) -> Asked:
    """A question to a project or file."""
    from eventgraph.graph.bounded import run_bounded
    from eventgraph.graph.namespaces import PREFIXES

    graph, query, values = _split(words, "DIR_OR_TTL", "QUERY")
    sparql = find_query(query, pairs(values))
    turtle = read_graph(Path(graph))
    prefixes = dict(PREFIX.findall(turtle.decode("utf-8", "replace")))
    known = {**PREFIXES, **prefixes}
    return Asked(lambda asked: run_bounded(turtle, asked, known, seconds), sparql, prefixes)


def ask_remote(words: tuple[str, ...], address: str, seconds: float) -> Asked:
    """A question to a SPARQL endpoint, with the prefixes that we know."""
    from eventgraph.graph.namespaces import DEFAULT_BASE, prefixes_below
    from eventgraph.remote.access import Access
    from eventgraph.remote.ask import run_remote
    from eventgraph.remote.endpoint import Endpoint

    query, values = _split(words, "QUERY")
    prefixes = prefixes_below(DEFAULT_BASE)
    endpoint = Endpoint(address, Access.from_environment(), seconds)
    sparql = find_query(query, pairs(values))
    return Asked(lambda asked: run_remote(endpoint, asked, prefixes), sparql, prefixes)


def _split(words: tuple[str, ...], *names: str) -> tuple[Any, ...]:
    """The words with these names, then a tuple of the rest."""
    if len(words) < len(names):
        raise click.UsageError(f"Missing argument '{names[len(words)]}'.")
    return *words[: len(names)], words[len(names) :]


def read_graph(path: Path) -> bytes:
    """Return the Turtle of a project folder or a file; raises StoreError."""
    from eventgraph.errors import StoreError
    from eventgraph.store import open_project

    file = open_project(path).graph_ttl if path.is_dir() else path
    try:
        return file.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}; name the folder of a build") from error


def pairs(words: tuple[str, ...]) -> dict[str, str]:
    """Return `--since 2021 --person=X` as a mapping. Raises UsageError for anything else."""
    from eventgraph.errors import UsageError

    found: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        given = value if equals else next(rest, None)
        if not word.startswith("--") or given is None:
            raise UsageError(f"{word!r} stands alone; give a query's values as --since 2021-05-10")
        found[name] = given
    return found


def find_query(text: str, values: dict[str, str]) -> str:
    """Return SPARQL with these values: from a file, a query that comes with eventgraph, or `text` itself.

    Raises UsageError if it is none of these, or takes no such values.
    """
    from eventgraph.errors import UsageError
    from eventgraph.graph.ready import parse_ready, read_ready, ready_queries

    if "{" in text:
        return parse_ready("the query", text).fill(values)
    ready = ready_queries()
    found = read_ready(Path(text)) if Path(text).is_file() else ready.get(Path(text).stem)
    if found is None:
        raise UsageError(
            f"no query {text!r}: give a .rq file, SPARQL in quotes, or one of {', '.join(ready)}"
        )
    return found.fill(values)
