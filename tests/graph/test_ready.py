"""Ready queries as files: what their headers declare, and values that can't break out of their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.errors import UsageError
from eventgraph.graph.query import load_store, run_query
from eventgraph.graph.ready import parse_ready, ready_queries

SPARQL = """# Who is it?
# Names are compared as they are.
# --name NAME: who
# --least NUMBER, required: how many
# --day DATE: when
SELECT ?called ?least ?day {
  VALUES ?least { 2 }
  # with --day: VALUES ?day { UNDEF }
  VALUES ?name { UNDEF }
  BIND (?name AS ?called)
}
"""
READY = parse_ready("who", SPARQL)
STORE = load_store(b"")


def answer(**given: str) -> dict[str, object]:
    return run_query(STORE, READY.fill({"least": "2", **given}))[0]


def test_the_header_is_read() -> None:
    assert (READY.question, READY.explanation) == ("Who is it?", "Names are compared as they are.")
    assert [(p.name, p.kind, p.required) for p in READY.parameters] == [
        ("name", "NAME", False),
        ("least", "NUMBER", True),
        ("day", "DATE", False),
    ]


def test_a_file_is_a_query_as_it_stands() -> None:
    assert run_query(STORE, SPARQL) == [{"called": None, "least": 2, "day": None}]
    assert answer() == {"called": None, "least": 2, "day": None}


def test_a_line_that_only_a_value_needs_is_there_with_it() -> None:
    assert "# with --day" in READY.fill({"least": "2"})
    assert "\n  VALUES ?day {" in READY.fill({"least": "2", "day": "2021"})


def test_values_have_types() -> None:
    assert answer(least="7", day="2021-05") == {"called": None, "least": 7, "day": "2021-05"}
    filled = READY.fill({"least": "1", "day": "2021-05-10"})
    assert '"2021-05-10"^^<http://www.w3.org/2001/XMLSchema#date>' in filled


@given(st.text())
def test_any_name_arrives_as_it_is(name: str) -> None:
    assert answer(name=name, day="2021")["called"] == name


@pytest.mark.parametrize("name", ['" } ?x ?y ?z {', "VALUES ?day { UNDEF }", "\\u0022 }", "\\", "#", "}}"])
def test_a_name_stays_in_its_place(name: str) -> None:
    assert answer(name=name, day="2021") == {"called": name, "least": 2, "day": "2021"}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"least": "2", "nme": "x"}, "no parameter --nme; it takes --name NAME, --least NUMBER, --day DATE"),
        ({}, "needs --least NUMBER"),
        ({"least": "two"}, "--least: 'two' is no number"),
        ({"least": "2", "day": "Monday"}, "--day: 'Monday' is no date"),
        ({"least": "2", "day": "2021-13"}, "--day: '2021-13' is no date"),
    ],
)
def test_what_a_query_does_not_take(given: dict[str, str], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        READY.fill(given)


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("# --day DATE: when\nASK {}", "write `VALUES .day { UNDEF }` once"),
        (
            "# --name NAME: who\nASK { VALUES ?name { 1 } VALUES ?name { 2 } }",
            "write `VALUES .name { UNDEF }` once",
        ),
        ("# Who?\nASK {\n  # with --name: ?x rdfs:label ?name\n}", "no `# --name KIND: …` at its head"),
        ("# --name COLOUR: who\nASK { VALUES ?name { UNDEF } }", "is COLOUR; it can be DATE, NAME, NUMBER"),
    ],
)
def test_a_wrong_header_is_an_error(sparql: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        parse_ready("own", sparql)


def test_every_query_that_comes_with_eventgraph_says_what_it_answers() -> None:
    ready = ready_queries()
    assert len(ready) >= 15
    assert all(query.question for query in ready.values())
