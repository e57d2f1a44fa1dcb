"""Queries: answers as Python values, and nothing that reaches beyond the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Canary

from eventgraph.errors import UsageError
from eventgraph.graph import Graph
from eventgraph.graph.query import check_query, load_store

from .factory import ANNA, CLEO, EVERY_TYPE, OMAR, RURITANIA, claim, communication, graph_of, role

QUERIES = sorted((Path(__file__).parents[2] / "queries").glob("*.rq"))
GRAPH = graph_of(
    *EVERY_TYPE,
    role(OMAR, "mayor", "former"),
    role(CLEO, "judge", "elect"),
    communication("met", ANNA, OMAR, "planned"),
    communication("met", CLEO, OMAR, "negated"),
    claim("visit", {"who": OMAR, "place": RURITANIA}, date=None, modality="asserted"),
)


def test_answers_are_python_values() -> None:
    rows = GRAPH.query("SELECT ?n ?c ?x {?r eg:count ?n. ?a eg:confidence ?c} LIMIT 1")
    assert rows.columns == ("n", "c", "x")
    assert rows == [{"n": 3, "c": 0.9, "x": None}]
    assert GRAPH.query("ASK {?p a foaf:Person}") == [{"ask": True}]
    assert GRAPH.query("CONSTRUCT {?a eg:wroteTo ?b} {?a eg:wroteTo ?b}").columns == (
        "subject",
        "predicate",
        "object",
    )


REFUSED = [
    "SELECT * { SERVICE <URL> {?s ?p ?o} }",
    "SELECT * { service silent <URL> {?s ?p ?o} }",
    "PREFIX : <URL> SELECT * {SERVICE:x{?s ?p ?o}}",
    "SELECT * {BIND(<URL> AS ?u) SERVICE # why\n ?u # not\n {?s ?p ?o}}",
    "SELECT * {FILTER(1<2#>\n)SERVICE<URL>{?s ?p ?o}}",
    "SELECT * {FILTER(?a<?b#>'''\n)SERVICE<URL>{?s ?p ?o} #'''\n}",
    "SELECT * {?a ?b 1SERVICE<URL>{?s ?p ?o}}",
    "SELECT * {?a ?b true.SeRvIcE<URL>{?s ?p ?o}}",
    "SELECT * FROM <URL> {?s ?p ?o}",
    "SELECT * FROM NAMED <URL> {GRAPH ?g {?s ?p ?o}}",
    "LOAD <URL>",
    "INSERT DATA {<a:b> <a:b> <a:b>}",
    "DELETE WHERE {?s ?p ?o}",
    "CLEAR ALL",
    r"SELECT * {\u0053ERVICE <URL> {?s ?p ?o} }",
    # The engine takes back a reading that fails, and cuts the text anew.
    "PREFIX ex: <http://a:> SELECT * {?s ?p ex:SERVICE<URL>{?s ?p ?o}}",
    r"SELECT * {VALUES ?o {'''a' } SERVICE <URL> {?s ?p ?o} # \q'''" "\n}",
    r'SELECT * {VALUES ?o {"""a" } SERVICE <URL> {?s ?p ?o} # \uD800"""' "\n}",
    "SELECT * {?a ?b trueSERVICE<URL>{?s ?p ?o}}",
    "BASE <URL> SELECT * {SERVICE<>{?s ?p ?o}}",
    "SELECT * {SERVICE#\r<URL>#x\r{?s ?p ?o}}",
    "ASKFROM<URL>{SERVICE<URL>{?s ?p ?o}}",
]


def test_the_canary_sings_where_nothing_is_refused(canary: Canary) -> None:
    """So that its silence below means something."""
    url, asked = canary
    with pytest.raises(OSError, match="404"):
        list(load_store(b"").query(REFUSED[4].replace("URL", url)))  # type: ignore[arg-type]
    assert asked
    asked.clear()


@pytest.mark.parametrize("query", REFUSED)
def test_nothing_beyond_the_graph_is_asked(query: str, canary: Canary) -> None:
    url, asked = canary
    with pytest.raises(UsageError):
        GRAPH.query(query.replace("URL", url))
    assert not asked


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service {?service eg:from ?from}",
        "SELECT * {?s rdfs:label 'INSERT a service FROM <x>'}",
        "SELECT * {?s rdfs:label 'the service <http://a.org/> {is good}'}",
        'SELECT * {?s rdfs:label """its\n service <http://a.org/> {is good}"""}',
        "SELECT ?service ?x {?service ?x 1}",
        "# load this from there; the service {is good}\nSELECT * {?s <http://a.org/service#load> ?o}",
        "SELECT * {?s ?p ?o FILTER(?o < 3 && ?o > 1)}",
    ],
)
def test_words_that_only_look_like_it_pass(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("query", ["", "SELECT", "SELECT * {?s ?p}", "hello"])
def test_a_wrong_query_is_one_line(query: str) -> None:
    with pytest.raises(UsageError) as error:
        Graph((), ()).query(query)
    assert "\n" not in str(error.value)
