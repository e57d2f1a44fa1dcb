"""Whatever passes the check sends no request, however oddly it is written; what is refused has its place."""

from __future__ import annotations

import contextlib

import pyoxigraph as ox
import pytest
from conftest import Canary
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import UsageError
from eventgraph.graph.refusal import check_query, check_update, position

PIECES = [
    *("SERVICE", "service", "SERVICE SILENT", "<URL>", "a:", ":", "ex:", "?s ?p ?o", "{", "}", ".", ";", ")"),
    *("'", '"', "'''", '"""', "\\", "\\q", "\\uD800", "#", "\n", "\r", "<", ">", "<b#>", "1", "true"),
    *("FILTER(1<2", "VALUES ?o {", "BIND(1 AS ?x)", "[]", "^^<x:y>", " ", "{?s ?p ?o}", "ex:a", "\\'"),
]
PROLOGUE = "PREFIX a: <URL> PREFIX : <URL> PREFIX ex: <http://a:> "


def store() -> ox.Store:
    """Every object that a query may need to go on to its next pattern."""
    found = ox.Store()
    found.update("INSERT DATA {<x:a> <x:b> true, 1, '', 'a', <http://a:>, <x:c>, 'a'@en}")
    return found


STORE = store()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["", "\n", "'''", '"""', "\r"]))
def test_what_passes_asks_nobody(canary: Canary, pieces: list[str], tail: str) -> None:
    asked = len(canary.asked)
    body = f"?s ?p {' '.join(pieces)} SERVICE <URL> {{?s ?p ?o}} {''.join(pieces)}{tail}"
    query = f"{PROLOGUE}SELECT * {{{body}}}".replace("URL", canary.url)
    with contextlib.suppress(UsageError, SyntaxError, ValueError, OSError, RuntimeError):
        check_query(query)
        list(STORE.query(query))  # type: ignore[arg-type]
    assert len(canary.asked) == asked


@given(text=st.text(max_size=60))
def test_a_string_hides_nothing_and_triggers_nothing(text: str) -> None:
    literal = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    check_query(f'SELECT * {{?s ?p "SERVICE <x:y> {{ LOAD FROM <x:y> {literal}"}}')
    with pytest.raises(UsageError, match="SERVICE is refused"):
        check_query(f'SELECT * {{?s ?p "{literal}" . SERVICE <x:y> {{?s ?p ?o}}}}')


def test_the_place_is_told() -> None:
    with pytest.raises(UsageError, match=r"SERVICE is refused \(line 2, column 3\)"):
        check_query("SELECT * {\n  SERVICE <x:y> {?s ?p ?o} }")
    assert position("ab\ncd", 4) == "line 2, column 2"


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://a.org/>",
        "INSERT DATA {<a:b> <a:b> 1} ;\nload silent <http://a.org/> into graph <x:y>",
        "INSERT {?s ?p ?o} WHERE {SERVICE <http://a.org/> {?s ?p ?o}}",
        "PREFIX x: <http://a.org/> LOAD x:y",
    ],
)
def test_updates_fetch_nothing(update: str) -> None:
    with pytest.raises(UsageError, match="is refused"):
        check_update(update)


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA {<a:load> <a:b> 'LOAD <x:y>'}", "# LOAD <x:y>\nCLEAR ALL", "DELETE WHERE {?load ?p ?o}"],
)
def test_other_updates_pass(update: str) -> None:
    check_update(update)
