"""Parquet: columns named as in JSONL, a row an article."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow as pa
import pytest

from eventgraph.errors import ReadError
from eventgraph.read.articles import get_reader
from eventgraph.read.make import make_article
from eventgraph.read.parquet import read_parquet
from eventgraph.read.reader import Found
from eventgraph.read.source import Source
from read.files import make_parquet


def source(data: bytes) -> Source:
    return Source("f.parquet", "f", ".parquet", data)


def read(data: bytes) -> list[Found | ReadError]:
    """In this process, where a broken file would end it."""
    return list(read_parquet(source(data)))


def test_a_row_says_all_of_an_article() -> None:
    [found] = read(
        make_parquet(
            id=[7],
            title=pa.array(["Talks"]).dictionary_encode(),
            text=["They met.\r\nBoth left."],
            published=pa.array([datetime.date(2021, 5, 12)]),
            authors=[["Jane Doe", "John Roe"]],
            publisher=["The Daily"],
            url=["https://example.org/7"],
            words=[4],
        )
    )
    assert isinstance(found, Found)
    article = make_article(found.record, found.id)
    assert (article.id, article.title, article.text) == ("7", "Talks", "They met.\nBoth left.")
    assert (article.published, article.authors) == ("2021-05-12", ("Jane Doe", "John Roe"))
    assert (article.publisher, article.url) == ("The Daily", "https://example.org/7")


def test_times_of_a_day_are_that_day_in_their_own_zone() -> None:
    moment = datetime.datetime(2021, 5, 12, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
    kinds = [pa.timestamp("us", "-05:00"), pa.timestamp("ms")]
    for kind, given in zip(kinds, (moment, moment.replace(tzinfo=None)), strict=True):
        [found] = read(make_parquet(text=["They met."], date=pa.array([given], kind)))
        assert isinstance(found, Found) and found.record.published == "2021-05-12"


def test_what_is_null_is_not_known_and_rows_without_id_are_numbered() -> None:
    _, found = read(make_parquet(text=["One.", "Two."], title=["A", None], id=pa.nulls(2, pa.string())))
    assert isinstance(found, Found) and (found.id, found.record.title) == ("f-2", None)


def test_a_broken_row_is_an_error_and_the_rest_goes_on() -> None:
    error, found = read(make_parquet(text=["One.", "Two."], published=["soon", "2021-05-12"]))
    assert isinstance(error, ReadError) and "row 1" in str(error) and "'soon' is no date" in str(error)
    assert isinstance(found, Found)


def test_a_table_without_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="has no column 'text'; its header is title"):
        read(make_parquet(title=["A"]))


GOOD = make_parquet(text=["They met in Oslo on Tuesday."] * 50)


@pytest.mark.parametrize("data", [GOOD[:-9], b"PAR1", b"", b"no table at all", GOOD[: len(GOOD) // 2]])
def test_a_file_that_is_cut_short_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no whole Parquet file"):
        read(data)


def test_a_damaged_file_ends_its_own_process_only(tmp_path: Path) -> None:
    """The library panics where the description of the columns is no description."""
    path = tmp_path / "f.parquet"
    path.write_bytes(GOOD[:-60] + b"\xff" * 40 + GOOD[-20:])
    opened = Source(str(path), "f", ".parquet", path)
    with pytest.raises(ValueError, match="damaged"):
        list(get_reader(opened).read(opened))


def test_it_is_known_by_its_first_bytes() -> None:
    unnamed = Source("standard input", "stdin", "", GOOD)
    found = list(get_reader(unnamed).read(unnamed))
    assert len(found) == 50 and isinstance(found[49], Found) and found[49].id == "stdin-50"
