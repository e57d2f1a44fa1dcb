"""NewsML-G2: a text in NITF, XHTML or plain; alone, or several in a message."""

from __future__ import annotations

import pytest

from eventgraph.errors import ReadError
from eventgraph.read.newsml import looks_like_newsml, read_newsml
from eventgraph.read.reader import Found
from eventgraph.read.source import Source
from read.test_nitf import CONTENT, nitf

META = """<itemMeta><itemClass qcode="ninat:text"/>
<provider qcode="nprov:TD"><name>The Daily</name></provider>
<versionCreated>2021-05-13T09:00:00Z</versionCreated><firstCreated>2021-05-12T23:30:00-05:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><creator><name>Jane Doe</name></creator><creator literal="John Roe"/><language tag="en"/>
<headline>Talks in Oslo</headline></contentMeta>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head>
<body><h1>Talks</h1><p>The ministers met.</p></body></html></inlineXML>"""
PLAIN = '<inlineData contenttype="text/plain">The ministers met.\n\n  They left.</inlineData>'
NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def item(content: str, meta: str = META, guid: str = "tag:example.org,2021:1") -> str:
    inside = f"{meta}<contentSet>{content}</contentSet>"
    return f'<newsItem {NAMESPACE} guid="{guid}" version="1" xml:lang="de">{inside}</newsItem>'


def message(*items: str) -> str:
    return f"<newsMessage {NAMESPACE}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"


def read(text: str) -> list[Found | ReadError]:
    return list(read_newsml(Source("a.xml", "a", ".xml", text.encode())))


def test_an_item_says_all_of_an_article() -> None:
    [found] = read('<?xml version="1.0" encoding="UTF-8"?>' + item(XHTML))
    assert isinstance(found, Found)
    record = found.record
    assert record.text == "Talks\nThe ministers met."
    assert (found.id, record.title, record.published) == (
        "tag:example.org,2021:1",
        "Talks in Oslo",
        "2021-05-12",
    )
    assert (record.publisher, record.language) == ("The Daily", "en")
    assert record.author_names == ("Jane Doe", "John Roe")


def test_a_text_in_nitf_fills_in_what_the_item_does_not_say() -> None:
    inner = nitf(CONTENT.replace("&nbsp;", " ")).removeprefix('<?xml version="1.0"?>')
    [found] = read(item(f"<inlineXML>{inner}</inlineXML>", meta="<itemMeta/>"))
    assert isinstance(found, Found)
    assert found.record.title == "Talks in Oslo" and found.record.published == "2021-05-11"
    assert found.record.url == "https://example.org/7" and "Both left & slept." in str(found.record.text)


def test_plain_text_is_as_it_was_written() -> None:
    [found] = read(item(PLAIN))
    assert isinstance(found, Found) and found.record.text == "The ministers met.\n\n  They left."


def test_of_a_message_each_item_is_an_article_or_an_error() -> None:
    picture = item('<remoteContent href="a.jpg" contenttype="image/jpeg"/>', guid="2")
    withdrawn = item(PLAIN, META.replace("stat:usable", "stat:canceled"), guid="3")
    dated = item(PLAIN, META.replace("2021-05-12T23", "soon"), guid="4")
    one, *errors, last = read(message(item(PLAIN), picture, withdrawn, dated, item(XHTML, guid="5")))
    assert isinstance(one, Found) and isinstance(last, Found) and last.id == "5"
    assert [str(error) for error in errors] == [
        "a.xml: item 2: is a news item without text in it",
        "a.xml: item 3: is not to be published: its status is stat:canceled",
        "a.xml: item 4: 'soon:30:00-05:00' is no date; write it as YYYY-MM-DD",
    ]


@pytest.mark.parametrize(
    ("text", "reason"), [(message(), "without a news item"), (item(PLAIN)[:-9], "well-formed")]
)
def test_what_holds_no_item_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(text)


def test_what_looks_like_newsml() -> None:
    assert looks_like_newsml(item(PLAIN).encode()) and looks_like_newsml(message().encode())
    assert not looks_like_newsml(b"<NewsML Version='1.2'/>")
