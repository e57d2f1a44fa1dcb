"""Quotes in their articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.serve.context import passages, quotation


def test_a_quote_has_words_around_it() -> None:
    text = f"{'word ' * 60}the quote{' more' * 60}"
    found = quotation(text, 300, 309, "the quote")
    assert found.quote == "the quote"
    assert found.before.startswith("…word") and found.before.endswith("word ")
    assert found.after.endswith("more…")


def test_a_quote_that_the_text_does_not_bear_out_stands_alone() -> None:
    assert quotation("other text", 0, 5, "quote") == ("", "quote", "")
    assert quotation(None, 0, 5, "quote") == ("", "quote", "")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=6))
def test_passages_are_the_whole_text_and_every_quote_is_marked(
    text: str, quotes: list[tuple[int, int]]
) -> None:
    found = list(passages(text, quotes))
    assert "".join(passage.text for passage in found) == text
    good = {(start, end) for start, end in quotes if 0 <= start < end <= len(text)}
    assert sorted(a for passage in found for a in passage.anchors) == sorted(f"char={s},{e}" for s, e in good)
    assert sum(len(p.text) for p in found if p.marked) == len({i for s, e in good for i in range(s, e)})
