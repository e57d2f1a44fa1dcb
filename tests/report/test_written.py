"""Markdown and HTML in which no name becomes markup."""

from __future__ import annotations

import re

import pytest
from hostile import NAMES
from view.test_page import Tags, hostile_graph

from eventgraph.graph import Graph
from eventgraph.report import make_report, write_html, write_markdown
from eventgraph.report.markdown import escape

hostile = pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))


@hostile
def test_a_hostile_name_stays_text_in_html(name: str) -> None:
    page = write_html(make_report(hostile_graph(name)))
    tags = {tag for tag, *_ in Tags(page).found}
    assert not tags & {"script", "img"} and page.encode("utf-8")
    links = [attributes.get("href") for tag, attributes, _ in Tags(page).found if tag == "a"]
    assert all(link == "graph.html" or str(link).startswith("http://x/") for link in links)


@hostile
def test_a_hostile_name_stays_text_in_markdown(name: str) -> None:
    text = write_markdown(make_report(hostile_graph(name)))
    assert not re.search(r"(?<!\\)<(?!http://x/)", text) and text.encode("utf-8")
    assert all(line.lstrip().startswith(("#", "-")) or not line.startswith(" ") for line in text.splitlines())


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("- no list", r"\- no list"),
        ("Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_markup_is_escaped_and_nothing_else(name: str, written: str) -> None:
    assert escape(name) == written


def test_the_page_of_the_report_has_no_script_and_a_policy(graph: Graph) -> None:
    page = write_html(make_report(graph))
    assert "<script" not in page and "default-src 'none'" in page
