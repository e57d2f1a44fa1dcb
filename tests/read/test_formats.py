"""Every format in one folder: what can be read is, what can't is named, whatever its format."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from eventgraph.errors import ReadError
from eventgraph.model import Article
from eventgraph.read import read_articles
from eventgraph.read.articles import get_reader
from eventgraph.read.source import Source
from read.files import make_lines, make_page, make_parquet, make_scan, make_warc
from read.test_feed import ATOM
from read.test_newsml import XHTML, item
from read.test_nitf import FULL

TEXT = "The minister met her Swedish counterpart in Oslo on Tuesday, and both called the talks useful."
FILES = {
    "atom.xml": ATOM.encode(),
    "crawl.warc.gz": make_warc(make_page(TEXT)),
    "item.xml": item(XHTML).encode(),
    "nitf.xml": FULL.encode(),
    "paper.PDF": make_lines(*TEXT.replace("counterpart ", "counterpart\n").split("\n")),
    "table.parquet": make_parquet(text=[TEXT]),
}
BAD = {
    "cut.parquet": (FILES["table.parquet"][:-20], "cut short"),
    "cut.warc.gz": (FILES["crawl.warc.gz"][:-80], "breaks off"),
    "cut.xml": (ATOM[:-30].encode(), "cut short"),
    "encoding.xml": (FULL.replace("Oslo", "Tromsø").encode("latin-1"), "no well-formed XML"),
    "locked.pdf": (make_lines(TEXT, password="secret"), "encrypted"),
    "other.xml": (b"<svg/>", "is none of RSS or Atom, NewsML-G2, NITF"),
    "scan.pdf": (make_scan(), "OCR"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in [*FILES.items(), *((name, data) for name, (data, _) in BAD.items())]:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "paper.meta.json").write_text(
        '{"published": "2021-05-12", "title": "Talks", "publisher": "Daily"}'
    )
    return tmp_path


def test_all_that_can_be_read_is_and_the_rest_is_named(folder: Path) -> None:
    items = list(read_articles([str(folder)], "2021-05-12"))
    articles = {item.id: item for item in items if isinstance(item, Article)}
    errors = {
        Path(item.source.split(": ")[0]).name: item.reason for item in items if isinstance(item, ReadError)
    }
    assert set(articles) == {
        *("crawl-1", "daily.2021.7", "paper", "table-1", "tag:example.org,2021:1", "urn:uuid:1")
    }
    assert all(
        article.text and article.language == "en" and article.published for article in articles.values()
    )
    assert (articles["paper"].title, articles["paper"].publisher) == ("Talks", "Daily")
    assert set(errors) == set(BAD)
    assert all(reason in errors[name] for name, (_, reason) in BAD.items())


@pytest.mark.parametrize("name", FILES)
def test_each_is_known_by_its_first_bytes(name: str) -> None:
    """The suffix of a packed archive is two."""
    named = get_reader(Source(name, "x", name[name.index(".") :].lower(), FILES[name]))
    assert get_reader(Source("standard input", "stdin", "", FILES[name])) is named


def test_standard_input_may_be_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(FILES["paper.PDF"])))
    [article] = read_articles(["-"], "2021-05-12")
    assert isinstance(article, Article) and (article.id, article.text) == ("stdin", TEXT)
