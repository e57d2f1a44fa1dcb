"""HTML pages, and pages that are refused before they are parsed."""

import time

import pytest

from eventgraph.read.html import find_encoding, looks_like_html, read_html
from eventgraph.read.html_limits import check_limits
from eventgraph.read.reader import Found
from eventgraph.read.record import Record
from eventgraph.read.source import LIMIT, Source

PAGE = """<!doctype html><html lang="en"><head><title>Talks in Oslo</title>
<meta property="article:published_time" content="2021-05-12T08:00:00Z">
<meta name="author" content="Jane Doe; John Roe"><meta property="og:site_name" content="The Daily">
<link rel="canonical" href="https://example.org/talks"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks in Oslo</h1>
<p>The foreign minister met her Swedish counterpart in Oslo on Tuesday.</p>
<p>They spoke about trade &amp; fish, and both called the talks useful.</p></article>
<footer>All rights reserved</footer></body></html>"""


def read(page: str | bytes, sidecar: Record | None = None) -> Found:
    data = page.encode() if isinstance(page, str) else page
    [found] = read_html(Source("a.html", "a", ".html", data, sidecar))
    return found


def test_the_article_is_read_and_the_page_around_it_is_not() -> None:
    record = read(PAGE).record
    assert record.text is not None
    assert "Oslo on Tuesday.\nThey spoke about trade & fish, and" in record.text
    assert "Home" not in record.text and "rights" not in record.text
    assert (record.title, record.published) == ("Talks in Oslo", "2021-05-12")
    assert (record.authors, record.url) == (("Jane Doe", "John Roe"), "https://example.org/talks")
    assert record.publisher == "The Daily"


def test_a_sidecar_comes_before_the_page() -> None:
    record = read(PAGE, Record(id="x", published="2020-01-01", title=None)).record
    assert (record.id, record.published, record.title) == (None, "2020-01-01", "Talks in Oslo")


def test_a_declared_encoding_is_used() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Jane", "Zoë")
    assert read(page.encode("cp1252")).record.author_names[0] == "Zoë Doe"
    assert find_encoding(b"<meta charset=no-such-thing>") == "utf-8"


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="without text"):
        read("<html><body></body></html>")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 40_000, "nested too deep"),
        ("<b " + " ".join(f"a{i}='<x>'" for i in range(200_000)) + ">", "attributes"),
        ("x" * (LIMIT + 1), "too large"),
    ],
)
def test_hostile_pages_are_refused_at_once(page: str, reason: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ValueError, match=reason):
        read("<html>" + page)
    assert time.perf_counter() - start < 5


def test_ordinary_pages_pass_the_limits() -> None:
    check_limits("<p>one<p>two<br>" * 10_000 + "<i a='x y z' b>" + "<b>x</b><img alt='<'>" * 10_000)
    check_limits("<div title='" + "word " * 5_000 + "'>")


def test_unclosed_quotes_take_no_time() -> None:
    start = time.perf_counter()
    check_limits("<a '" + "<a " * 900 + '<b "' + "<i>x</i>" * 100_000)
    assert time.perf_counter() - start < 5


def test_what_looks_like_html() -> None:
    assert looks_like_html(b"\xef\xbb\xbf \n<!-- note --><!DOCTYPE html>")
    assert not looks_like_html(b"<3 is a heart") and not looks_like_html(b"The <html> tag")
