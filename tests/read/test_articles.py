"""Files, folders, patterns and standard input to articles; what fails is a value."""

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from eventgraph.errors import ReadError, UsageError
from eventgraph.model import Article
from eventgraph.read import read_articles

TEXT = "The minister met her Swedish counterpart in Oslo.\n"


def read(*paths: Path | str, date: str | None = "2021-05-12") -> tuple[list[Article], list[ReadError]]:
    items = list(read_articles([str(path) for path in paths], date))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, ReadError)]


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files; in their names `__` stands for a full stop."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def reasons(folder: Path, **files: str | bytes) -> str:
    _, errors = read(write(folder, **files))
    assert all("\n" not in str(error) for error in errors)
    return "; ".join(str(error).removeprefix(f"{folder}/") for error in errors)


def test_text_is_unchanged_but_for_byte_order_mark_and_line_ends(tmp_path: Path) -> None:
    [article], errors = read(
        write(tmp_path, a__txt=b"\xef\xbb\xbf  One is\there.\r\n\r\n and two \xe2\x80\x93\r")
    )
    assert article.text == "  One is\there.\n\n and two –\n"
    assert (article.id, article.published, article.language, errors) == ("a", "2021-05-12", "en", [])


def test_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    assert read(write(tmp_path, a__txt=TEXT.encode("utf-16")))[0][0].text == TEXT


def test_a_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    known = {"id": "ignored", "title": "Talks", "published": "2020-01-02T10:00:00Z", "authors": ["Jane Doe"]}
    write(
        tmp_path, a__txt=TEXT, a__meta__json=json.dumps({**known, "publisher": "P", "url": "https://e.org/a"})
    )
    [article], errors = read(tmp_path)
    assert (article.id, article.title, article.published) == ("a", "Talks", "2020-01-02")
    assert (article.authors, article.publisher, article.url) == (("Jane Doe",), "P", "https://e.org/a")
    assert errors == []


def test_a_wrong_sidecar_is_an_error_of_its_article(tmp_path: Path) -> None:
    write(tmp_path, b__txt=TEXT, b__meta__json="{")
    assert "a.txt: its a.meta.json is wrong: 'soon' is no date" in reasons(
        tmp_path, a__txt=TEXT, a__meta__json='{"published": "soon"}'
    )


def test_no_date_is_reported_but_read_unless_it_is_known_to_have_none(tmp_path: Path) -> None:
    write(tmp_path, a__txt=TEXT, b__txt=TEXT, b__meta__json='{"published": null}')
    articles, errors = read(tmp_path, date=None)
    assert [article.published for article in articles] == [None, None]
    assert [Path(error.source).name for error in errors] == ["a.txt"]
    assert "no date" in errors[0].reason and "--date" in errors[0].reason


def test_the_date_given_is_for_those_without(tmp_path: Path) -> None:
    write(tmp_path, a__txt=TEXT, a__meta__json='{"published": "2020-01-01"}', b__txt=TEXT)
    assert [article.published for article in read(tmp_path)[0]] == ["2020-01-01", "2021-05-12"]
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        read(tmp_path, date="yesterday")


def test_folders_are_read_to_the_bottom_and_sorted_by_id(tmp_path: Path) -> None:
    deep = tmp_path / "z" / "deep"
    deep.mkdir(parents=True)
    write(tmp_path, c__txt=TEXT, b__json="{}", a__meta__json="{}", __hidden__txt=TEXT)
    write(deep, a__txt=TEXT, b__jsonl=json.dumps({"id": "b", "text": TEXT}))
    articles, errors = read(tmp_path, tmp_path / "c.txt", tmp_path / "z", f"{tmp_path}/**/*.txt")
    assert ([article.id for article in articles], errors) == (["a", "b", "c"], [])
    assert read(f"{tmp_path}/**/*.txt", deep, tmp_path / "c.txt") == (articles, errors)


def test_nothing_to_read_is_a_usage_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no.txt", f"{tmp_path}/*.txt"):
        with pytest.raises(UsageError, match=str(tmp_path)):
            read(path)
    with pytest.raises(UsageError):
        read()


def test_of_two_articles_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    write(tmp_path / "x", a__txt="Another text is here.\n")
    [article], [error] = read(write(tmp_path, a__txt=TEXT), tmp_path / "x")
    assert article.text == TEXT
    assert error.source == f"{tmp_path}/x/a.txt" and f"id 'a' of {tmp_path}/a.txt" in error.reason


def test_of_records_with_one_id_the_first_line_is_kept(tmp_path: Path) -> None:
    lines = (json.dumps({"id": "same", "text": f"Line {number} is here."}) for number in range(1, 12))
    [article], errors = read(write(tmp_path, a__jsonl="\n".join(lines)))
    assert article.text == "Line 1 is here."
    assert [error.source for error in errors] == [f"{tmp_path}/a.jsonl:{number}" for number in range(2, 12)]


def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    write(tmp_path, binary__txt=b"PK\3\4\0\0 rest", control__txt=bytes(range(1, 32)) * 9, empty__txt=" \n")
    write(tmp_path, latin__txt="Łódź, café".encode("latin-1", "replace"), sheet__docx=b"PK")
    write(tmp_path, page__html="<html><body><script>x()</script></body></html>")
    write(tmp_path, lines__jsonl=json.dumps({"id": "two", "text": TEXT}) + "\n{broken\n\n" + '{"text": 3}\n')
    write(
        tmp_path,
        foreign__txt="Der Minister traf am Dienstag in Berlin seinen Kollegen, um mit ihm zu sprechen.",
    )
    articles, errors = read(write(tmp_path, good__txt=TEXT))
    assert [article.id for article in articles] == ["good", "two"]
    expected = {
        "binary.txt": "binary",
        "control.txt": "binary",
        "empty.txt": "empty",
        "foreign.txt": "not in English",
        "gone.txt": "No such file",
        "latin.txt": "not utf-8",
        "lines.jsonl:2": "malformed",
        "lines.jsonl:4": "Expected `str",
        "page.html": "without text",
        "sheet.docx": "unknown format .docx",
    }
    assert {Path(error.source).name for error in errors} == set(expected)
    for error in errors:
        assert expected[Path(error.source).name] in error.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file_is_named(tmp_path: Path) -> None:
    (write(tmp_path, a__txt=TEXT) / "a.txt").chmod(0)
    assert "Permission denied" in reasons(tmp_path)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT, ["stdin"]),
        (json.dumps({"id": "x", "text": TEXT}) + "\n" + json.dumps({"text": TEXT}), ["stdin-2", "x"]),
        (f"<!doctype html><html><body><article><p>{TEXT * 3}</p></article></body></html>", ["stdin"]),
    ],
)
def test_standard_input_shows_its_format(data: str, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    articles, errors = read("-")
    assert ([article.id for article in articles], errors) == (ids, [])
    assert all(article.text.startswith("The minister met") for article in articles)
