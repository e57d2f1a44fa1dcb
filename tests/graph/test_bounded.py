"""A query in a process of its own."""

from __future__ import annotations

import time

import pytest

from eventgraph.errors import UsageError
from eventgraph.graph.bounded import run_bounded

TURTLE = "".join(f"<urn:s{i}> <urn:p> {i} .\n" for i in range(300)).encode()


def test_an_answer_comes_back_whole() -> None:
    rows = run_bounded(TURTLE, "SELECT ?n {<urn:s7> <urn:p> ?n}", {}, 60)
    assert rows == [{"n": 7}] and rows.columns == ("n",)


def test_a_query_that_overruns_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(UsageError, match=r"longer than 0\.5 s"):
        run_bounded(TURTLE, "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l}", {}, 0.5)
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    ("turtle", "query"), [(b"no turtle", "ASK {}"), (TURTLE, "ASK {"), (TURTLE, "CLEAR ALL")]
)
def test_what_is_wrong_is_said(turtle: bytes, query: str) -> None:
    with pytest.raises(UsageError):
        run_bounded(turtle, query, {}, 60)
