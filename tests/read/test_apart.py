"""A reader in a process of its own, and files that mean harm."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventgraph.errors import ReadError
from eventgraph.read import apart
from eventgraph.read.pdf import PDF
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record
from eventgraph.read.source import Source
from read.files import make_lines


def read_words(source: Source) -> Iterator[Found | ReadError]:
    """A format for tests: each word is an article, or does what it says."""
    for number, word in enumerate(source.data.decode().split(), 1):
        if word == "loop":
            while True:
                pass
        if word == "grow":
            yield Found("grown", "grown", Record(text="x" * apart.MEMORY))
        if word == "stop":
            raise ValueError("is stopped")
        if word == "fail":
            raise KeyError("surprise")
        if word == "wrong":
            yield ReadError(f"word {number}", "is wrong")
        yield Found(source.name, f"{source.stem}-{number}", Record(text=word, url=source.url))


WORDS = apart.apart(Reader("words", (".words",), lambda head: False, read_words))


def read(text: str) -> list[Found | ReadError]:
    return list(WORDS.read(Source("a.words", "a", ".words", text.encode(), url="http://e.org/")))


def test_what_it_finds_is_the_same_as_here() -> None:
    source = Source("a.words", "a", ".words", "one zwei drei…".encode(), url="http://e.org/")
    assert list(WORDS.read(source)) == list(read_words(source))


def test_errors_of_an_article_and_of_the_file_come_through() -> None:
    found = WORDS.read(Source("a.words", "a", ".words", b"one wrong stop never"))
    assert isinstance(next(found), Found) and str(next(found)) == "word 2: is wrong"
    next(found)
    with pytest.raises(ValueError, match=r"^is stopped$"):
        next(found)


@pytest.mark.parametrize(
    ("word", "reason"), [("fail", "KeyError: 'surprise'"), ("grow", "MemoryError|damaged")]
)
def test_whatever_goes_wrong_there_is_a_reason_here(word: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(word)


def test_who_takes_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    with pytest.raises(ValueError, match="too much memory or time"):
        read("loop")


def test_who_stops_asking_ends_it() -> None:
    found = WORDS.read(Source("a.words", "a", ".words", b"one loop"))
    next(found)
    start = time.perf_counter()
    found.close()  # type: ignore[attr-defined]
    assert time.perf_counter() - start < 5


def test_a_name_that_is_no_utf8_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.pdf")
    path.write_bytes(make_lines("They met in Oslo."))
    [found] = PDF.read(Source(str(path), "a", ".pdf", path))
    assert isinstance(found, Found) and found.record.text == "They met in Oslo."
