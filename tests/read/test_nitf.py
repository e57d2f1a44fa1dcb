"""NITF: one article a file."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from eventgraph.read.nitf import NITF
from eventgraph.read.reader import Found
from eventgraph.read.record import Record
from eventgraph.read.source import Source

HEAD = """<head><title>Old title</title><docdata><doc-id id-string="daily.2021.7"/>
<date.issue norm="20210511T233000-0500"/><doc.copyright holder="The Daily" year="2021"/></docdata>
<pubdata name="The Evening" ex-ref="https://example.org/7"/></head>"""
TOP = """<body.head><hedline><hl1>Talks in Oslo</hl1><hl2>A second line</hl2></hedline>
<byline>By <person>Jane Doe</person><byttl>Staff Writer</byttl></byline>
<byline>By John Roe</byline></body.head>"""
CONTENT = """<body.content><p>The minister met her <person>Swedish</person> colleague
in Oslo.</p><media><media-caption>A caption</media-caption></media><hl2>Fish</hl2>
<block><p>Both&nbsp;left &amp; slept.</p></block></body.content>"""


def nitf(content: str = CONTENT, head: str = HEAD, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<nitf xml:lang="en-US">{head}<body>{TOP}{content}</body></nitf>'


DTD = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">'
FULL = nitf(doctype=DTD)


def read(text: str, sidecar: Record | None = None) -> Found:
    [found] = NITF.read(Source("a.xml", "a", ".xml", text.encode(), sidecar))
    assert isinstance(found, Found)
    return found


def test_a_file_says_all_of_an_article() -> None:
    found = read(FULL)
    record = found.record
    assert record.text == "The minister met her Swedish colleague in Oslo.\nFish\nBoth left & slept."
    assert (found.id, record.title, record.published) == ("daily.2021.7", "Talks in Oslo", "2021-05-11")
    assert (record.publisher, record.url) == ("The Evening", "https://example.org/7")
    assert (record.author_names, record.language) == (("Jane Doe", "John Roe"), "en-US")


def test_what_it_does_not_say_is_not_known_and_the_sidecar_comes_first() -> None:
    bare = read(nitf(head="", content="<body.content><p>They met.</p></body.content>"))
    assert (bare.id, bare.record.published, bare.record.publisher) == ("a", UNSET, None)
    assert read(FULL, Record(published="2020-01-01")).record.published == "2020-01-01"


def test_of_archives_that_give_the_lead_twice_it_is_read_once() -> None:
    lead, rest = "<p>They met.</p>", "<p>They left.</p>"
    blocks = f'<block class="lead_paragraph">{lead}</block><block class="full_text">{lead}{rest}</block>'
    assert read(nitf(f"<body.content>{blocks}</body.content>")).record.text == "They met.\nThey left."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (nitf(content=""), "without text"),
        (FULL[:-40], "is no well-formed XML"),
        (nitf("", doctype='<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "declares entities"),
        (nitf(content=f"<body.content>{'<block>' * 300}{'</block>' * 300}</body.content>"), "depth"),
        (FULL.replace("20210511T233000-0500", "soon"), "'soon' is no date"),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(text)
