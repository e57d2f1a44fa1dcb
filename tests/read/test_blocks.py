"""Marked-up prose to lines."""

from __future__ import annotations

import pytest

from eventgraph.read.blocks import lines_of_html


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("plain &amp; simple", "plain & simple"),
        ("<p>one</p><p>two <b>three</b>, four</p>", "one\ntwo three, four"),
        ("one<br/>two<br>three", "one\ntwo\nthree"),
        ("<div>one <span>\n two</span></div>three", "one two\nthree"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("before<script>x()</script><style>p {}</style><!-- no --> after", "before after"),
        ("<figure><img src='x'><figcaption>A photo</figcaption></figure><p>one</p>", "one"),
        ("a\x01b", "a b"),
        (" ", ""),
    ],
)
def test_a_block_is_a_line(markup: str, lines: str) -> None:
    assert lines_of_html(markup) == lines


def test_depth_is_bounded() -> None:
    assert lines_of_html("<div>" * 200 + "deep") == "deep"
    with pytest.raises(ValueError, match="nested too deep"):
        lines_of_html("<div>" * 6_000)
