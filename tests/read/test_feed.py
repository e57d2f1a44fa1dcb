"""RSS and Atom: an article an item, with its full text where the feed has it, else its summary."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import UNSET

from eventgraph.errors import ReadError
from eventgraph.read.feed import FEED, looks_like_feed, read_feed
from eventgraph.read.reader import Found
from eventgraph.read.source import Source

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily</title><link>https://example.org/</link><language>en-gb</language>
<item><title>Talks &amp; fish</title><link>https://example.org/1</link><guid isPermaLink="false">1</guid>
<pubDate>Tue, 11 May 2021 23:30:00 -0500</pubDate><dc:creator>Jane Doe</dc:creator>
<description>The ministers met.</description>
<content:encoded><![CDATA[<p>The ministers met <b>in Oslo</b>.</p><figure><img src="a"/>Photo</figure>
<p>They spoke of fish &amp; trade.<script>x()</script></p>]]></content:encoded></item>
<item><title>More</title><guid>tag:example.org,2021:2</guid>
<description>&lt;p&gt;She left for Bergen.&lt;/p&gt;</description></item>
<item><title>A title only</title></item></channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Evening</title><id>urn:x</id>
<entry><title type="html">Talks in &lt;i&gt;Oslo&lt;/i&gt;</title><id>urn:uuid:1</id>
<link rel="alternate" href="https://example.org/1"/><updated>2021-05-12T00:30:00+02:00</updated>
<author><name>Jane Doe</name></author><author><name>John Roe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ministers met.</p>
<p>They left.</p></div></content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.org/"><title>The Weekly</title></channel>
<item rdf:about="https://example.org/1"><title>Talks</title><link>https://example.org/1</link>
<description>The ministers met.</description><dc:date>2021-05-12T08:00:00Z</dc:date></item></rdf:RDF>"""


def read(feed: str | bytes) -> list[Found | ReadError]:
    data = feed if isinstance(feed, bytes) else feed.encode()
    return list(read_feed(Source("news.xml", "news", ".xml", data)))


def test_an_item_of_rss_is_an_article_with_its_full_text() -> None:
    [found, *_] = read(RSS)
    assert isinstance(found, Found)
    record = found.record
    assert record.text == "The ministers met in Oslo.\nThey spoke of fish & trade."
    assert (record.title, record.publisher, record.language) == ("Talks & fish", "The Daily", "en-gb")
    assert (record.author_names, record.url) == (("Jane Doe",), "https://example.org/1")


def test_its_day_is_that_of_the_publisher_not_of_greenwich() -> None:
    days = [
        item.record.published
        for feed in (RSS, ATOM, RDF)
        for item in read(feed)[:1]
        if isinstance(item, Found)
    ]
    assert days == ["2021-05-11", "2021-05-12", "2021-05-12"]


def test_where_there_is_no_full_text_the_summary_is_read_and_a_title_alone_is_an_error() -> None:
    _, found, error = read(RSS)
    assert isinstance(found, Found) and found.record.text == "She left for Bergen."
    assert found.record.published is UNSET
    assert (
        isinstance(error, ReadError) and "item 3" in str(error) and "has no text, only a title" in str(error)
    )


def test_an_id_that_is_one_everywhere_is_kept() -> None:
    ids = [(item.id, item.record.id) for item in read(RSS) if isinstance(item, Found)]
    assert ids == [("news-1", "https://example.org/1"), ("news-2", "tag:example.org,2021:2")]


def test_an_entry_of_atom_is_an_article() -> None:
    [found] = read(ATOM)
    assert isinstance(found, Found)
    assert (found.record.id, found.record.title) == ("urn:uuid:1", "Talks in Oslo")
    assert found.record.text == "The ministers met.\nThey left."
    assert found.record.author_names == ("Jane Doe", "John Roe") and found.record.publisher == "The Evening"


def test_of_a_feed_that_is_cut_short_whole_items_are_read() -> None:
    found, error = read(RSS[: RSS.index("Bergen")])
    assert isinstance(found, Found) and found.record.title == "Talks & fish"
    assert isinstance(error, ReadError) and "is cut short; the 1 whole items are read" in str(error)


def test_a_feed_that_is_not_well_formed_is_read_and_said_to_be_so() -> None:
    *items, error = read(RSS.replace("&amp; fish", "& fish"))
    assert len(items) == 3 and isinstance(error, ReadError) and "no well-formed XML" in error.reason


def test_its_declared_encoding_is_used() -> None:
    feed = RSS.replace("utf-8", "iso-8859-1").replace("Oslo", "Tromsø").encode("iso-8859-1")
    [found, *_] = read(feed)
    assert isinstance(found, Found) and "Tromsø" in str(found.record.text)


@pytest.mark.parametrize("feed", ["", "<rss/>", RSS[:300], "<rss version='2.0'><channel></channel></rss>"])
def test_a_feed_without_items_is_refused(feed: str) -> None:
    with pytest.raises(ValueError, match="without an item"):
        read(feed)


def test_entities_of_its_own_are_not_expanded() -> None:
    names = "abcdefghij"
    more = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    bomb = f'<!DOCTYPE rss [<!ENTITY a "boom">{more}]>' + RSS.split("?>")[1].replace("More", "&j;")
    start = time.perf_counter()
    assert all("boomboom" not in str(item) for item in read(bomb))
    assert time.perf_counter() - start < 5


def test_it_is_read_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "news.xml"
    path.write_text(RSS)
    apart, here = list(FEED.read(Source("news.xml", "news", ".xml", path))), read(RSS)
    assert apart[:2] == here[:2] and str(apart[2]) == str(here[2])


def test_what_looks_like_a_feed() -> None:
    assert all(looks_like_feed(feed.encode()[:400]) for feed in (RSS, ATOM, RDF))
    assert looks_like_feed(RSS.replace("utf-8", "utf-16").encode("utf-16"))
    assert not looks_like_feed(b"<nitf/>") and not looks_like_feed(b"rss") and not looks_like_feed(b"")
