"""JSON Lines: all names of a record, and what a line may lack."""

import json

from eventgraph.read.jsonl import looks_like_jsonl, read_jsonl
from eventgraph.read.make import make_article
from eventgraph.read.reader import Found
from eventgraph.read.source import Source

RECORD = {
    "id": 7,
    "title": "Talks",
    "text": "The talks ended.\r\nBoth sides left.",
    "published": "2021-05-12T09:30:00+02:00",
    "url": "https://example.org/7",
    "publisher": "Example",
    "authors": "Jane Doe",
    "language": "en-GB",
    "section": "ignored",
}


def test_a_record_says_all_of_an_article() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(RECORD).encode()
    [found] = read_jsonl(Source("f.jsonl", "f", ".jsonl", data))
    assert isinstance(found, Found)
    article = make_article(found.record, found.id)
    assert (article.id, article.published, article.language) == ("7", "2021-05-12", "en")
    assert article.text == "The talks ended.\nBoth sides left."
    assert (article.authors, article.publisher) == (("Jane Doe",), "Example")


def test_lines_without_id_are_numbered() -> None:
    [_, found] = read_jsonl(Source("f.jsonl", "f", ".jsonl", b'{"id":"a","text":"x"}\n{"text":"y"}\n'))
    assert isinstance(found, Found) and (found.id, found.name) == ("f-2", "f.jsonl:2")


def test_only_objects_look_like_jsonl() -> None:
    assert looks_like_jsonl(b'\n {"text": "x"}\n{"te')
    assert not looks_like_jsonl(b'{"text"') and not looks_like_jsonl(b"[1]") and not looks_like_jsonl(b"")
