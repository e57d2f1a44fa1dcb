"""Accept headers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.serve.negotiate import choose, parse_accept

OFFERED = ["application/json", "text/csv", "text/turtle"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("text/turtle, text/csv", "text/csv"),
        ("text/csv;q=0.5, text/turtle", "text/turtle"),
        ("text/csv;q=0.5, text/turtle;q=0.4, */*;q=0.1", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv; charset=utf-8; q=0.9, application/json;q=0.8", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/json;q=0", None),
        ("image/png", None),
        ("nonsense", None),
    ],
)
def test_what_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert choose(parse_accept(accept), OFFERED) == chosen


@given(st.text(max_size=80))
def test_any_header_is_read(text: str) -> None:
    assert choose(parse_accept(text), OFFERED) in (*OFFERED, None)
