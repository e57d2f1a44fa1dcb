"""WARC: the pages of a crawl, each with its address, and the day of the crawl if it says no other."""

from __future__ import annotations

import gzip

import pytest

from eventgraph.errors import ReadError
from eventgraph.read.reader import Found
from eventgraph.read.source import Source
from eventgraph.read.warc import looks_like_warc, read_warc
from read.files import make_page, make_warc

TEXT = "The minister met her Swedish counterpart in Oslo on Tuesday, and both called the talks useful."
DATE = '<meta property="article:published_time" content="2021-05-10T08:00:00Z">'


def read(data: bytes, suffix: str = ".warc.gz") -> list[Found | ReadError]:
    return list(read_warc(Source(f"crawl{suffix}", "crawl", suffix, data)))


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_has_its_address_and_the_day_of_the_crawl(packed: bool) -> None:
    first, second = read(make_warc(make_page(TEXT), make_page(f"Again: {TEXT}", DATE), gzip=packed))
    assert isinstance(first, Found) and isinstance(second, Found)
    assert (first.id, first.record.text, first.record.url) == ("crawl-1", TEXT, "https://example.org/1")
    assert (first.record.published, second.record.published) == ("2021-05-12", "2021-05-10")
    assert second.name == "crawl.warc.gz: page 2 (https://example.org/2)"


def test_what_the_server_said_of_the_encoding_is_believed() -> None:
    page = make_page(TEXT.replace("Oslo", "Tromsø")).decode().encode("latin-1")
    [found] = read(make_warc(page, kind="text/html; charset=ISO-8859-1"))
    assert isinstance(found, Found) and "Tromsø" in str(found.record.text)


def test_plain_text_is_read_as_it_is() -> None:
    [found] = read(make_warc(b"One line.\n\n  Another.", kind="text/plain"))
    assert isinstance(found, Found) and found.record.text == "One line.\n\n  Another."


def test_a_page_without_an_article_is_an_error_with_its_address() -> None:
    error, found = read(make_warc(b"<html><body></body></html>", make_page(TEXT)))
    assert isinstance(error, ReadError) and "https://example.org/1" in str(error)
    assert isinstance(found, Found)


@pytest.mark.parametrize(("kind", "status"), [("image/png", "200 OK"), ("text/html", "404 Not Found")])
def test_pictures_and_missing_pages_are_no_pages(kind: str, status: str) -> None:
    with pytest.raises(ValueError, match="without a page"):
        read(make_warc(make_page(TEXT), kind=kind, status=status))


WHOLE, PLAIN = make_warc(*[make_page(TEXT)] * 3), make_warc(*[make_page(TEXT)] * 3, gzip=False)


@pytest.mark.parametrize("data", [WHOLE, PLAIN], ids=["packed", "plain"])
@pytest.mark.parametrize("share", [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98])
def test_of_an_archive_that_is_cut_short_whole_pages_are_read(data: bytes, share: float) -> None:
    found, told = list[Found](), list[Exception]()
    try:
        for item in read_warc(Source("crawl", "crawl", ".warc", data[: int(share * len(data))])):
            if isinstance(item, Found):
                found.append(item)
            else:
                told.append(item)
    except ValueError as error:
        told.append(error)
    assert told and all("cut short" in str(error) or "breaks off" in str(error) for error in told)
    assert len(found) < 3 and all(item.record.text == TEXT for item in found)


def test_an_archive_packed_as_a_whole_is_read_too() -> None:
    assert read(gzip.compress(PLAIN)) == read(WHOLE)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it breaks off after record 0"),
        (b"no archive at all\n" * 9, "it breaks off after record 0"),
    ],
)
def test_what_is_no_archive_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(data)


def test_it_is_known_by_its_first_bytes() -> None:
    assert looks_like_warc(WHOLE) and looks_like_warc(PLAIN)
    assert not looks_like_warc(gzip.compress(b"text")) and not looks_like_warc(b"\x1f\x8bno gzip")
