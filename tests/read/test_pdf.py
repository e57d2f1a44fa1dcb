"""PDF: paragraphs in the order in which they are read, without what printing has put between them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from eventgraph.read.pdf import PDF, read_pdf
from eventgraph.read.reader import Found
from eventgraph.read.record import Record
from eventgraph.read.source import Source
from read.files import make_columns, make_lines, make_scan

PLACES = ("Oslo", "Bergen", "Bodø", "Hamar", "Halden", "Moss", "Narvik", "Skien", "Tromsø", "Vardø")
PARAGRAPHS = [
    f"In {here} the minister for {there} met her Swedish counterpart, and both called the long-awaited talks "
    f"in {here} useful for all who live in {there}. A joint statement from {here} is expected next week."
    for here, there in permutations(PLACES, 2)
][:48]


def read(data: bytes, sidecar: Record | None = None) -> Record:
    [found] = read_pdf(Source("a.pdf", "a", ".pdf", data, sidecar))
    return found.record


def test_columns_are_read_one_after_the_other_and_paragraphs_are_whole() -> None:
    record = read(make_columns("Ministers meet in Oslo", *PARAGRAPHS))
    text = str(record.text).split("\n")
    assert text == ["Ministers meet in Oslo", *PARAGRAPHS]
    assert (record.title, record.authors) == ("Talks in Oslo", ("Jane Doe", "John Roe"))


def test_it_is_read_the_same_in_a_process_of_its_own() -> None:
    data = make_columns("Ministers meet in Oslo", *PARAGRAPHS[:3])
    [found] = PDF.read(Source("a.pdf", "a", ".pdf", data))
    assert isinstance(found, Found) and found.record == read(data)


def test_its_date_is_that_on_which_it_was_made_unless_the_sidecar_says_another() -> None:
    data = make_lines("They met.").replace(b"D:20", b"D:19", 1)
    assert str(read(data).published).startswith("19")
    assert read(data, Record(published="2021-05-12", title="T")).published == "2021-05-12"


def test_an_empty_password_is_no_secret() -> None:
    assert read(make_lines("They met.", owner="secret")).text == "They met."


GOOD = make_lines("They met in Oslo.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_lines("They met.", password="secret"), "is encrypted; save it without a password"),
        (make_scan(), "has no text in it, only pictures; read it with OCR"),
        (b"", "is no whole PDF"),
        (b"%PDF-1.4 and nothing else", "is no whole PDF"),
        (b"no PDF at all", "is no whole PDF"),
    ],
)
def test_what_has_no_text_for_us_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(data)


def test_what_the_library_does_not_expect_is_told_of_the_file() -> None:
    data = GOOD.replace(b"/FlateDecode", b"/FlateXecode")
    assert data != GOOD
    with pytest.raises(ValueError, match=r"can't be read .*FlateXecode"):
        list(PDF.read(Source("a.pdf", "a", ".pdf", data)))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_is_cut_short_is_refused_or_read_but_never_ends_the_run(
    share: float, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(GOOD[: int(len(GOOD) * share)])
    try:
        [found] = PDF.read(Source(str(path), "a", ".pdf", path))
    except ValueError as error:
        assert "PDF" in str(error) or "text" in str(error)
    else:
        assert isinstance(found, Found) and found.record.text == "They met in Oslo."
