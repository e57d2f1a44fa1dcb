"""What was not read, as others are told it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from eventgraph.errors import Notice, ReadError
from eventgraph.read import read_articles, tell_unread
from eventgraph.read.unread import input_key


@pytest.mark.parametrize(
    ("path", "source", "told"),
    [
        ("/home/jane/secret/a.pdf", "/home/jane/secret/a.pdf", "a.pdf"),
        ("news/table.csv", "news/table.csv: row 3", "table.csv: row 3"),
        ("../a.warc", "../a.warc: page 1 (https://example.org/1)", "a.warc: page 1 (https://example.org/1)"),
        ("https://example.org/a?key=secret#b", "https://example.org/a?key=secret#b", "https://example.org/a"),
        ("-", "standard input", "standard input"),
        (None, "reuters-4711", "reuters-4711"),
    ],
)
def test_it_is_told_by_name(path: str | None, source: str, told: str) -> None:
    [one] = tell_unread([ReadError(source, "is empty", path)])
    assert str(one) == f"{told}: is empty" and tell_unread([one])[0].source == told


def test_each_is_told_once_in_order_and_what_was_read_is_not() -> None:
    found = [
        ReadError("x/b", "r", "x/b"),
        ReadError("y/b", "r", "y/b"),
        Notice("c", "r"),
        ReadError("a", "r"),
    ]
    assert [*map(str, tell_unread(found))] == ["a: r", "b: r"]


def test_of_two_articles_of_one_id_the_one_left_out_is_told_without_folders(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"The minister came to town {folder}.")
    [error] = [item for item in read_articles([str(tmp_path)], "2021-05-12") if isinstance(item, ReadError)]
    assert str(tell_unread([error])[0]) == "a.txt: has the id 'a' of a.txt, which is kept; rename it"


def test_it_travels_between_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(Notice("news/a", "r", "news/a", "s")))
    assert (type(error), error.path, error.told) == (Notice, "news/a", "s")


def test_the_key_of_an_input_is_that_of_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert input_key("a/../b.txt") == input_key(str(tmp_path / "b.txt")) != input_key("a/b.txt")
