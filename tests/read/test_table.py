"""CSV: a header, a row an article; broken rows are reported, the others go on."""

import pytest

from eventgraph.errors import ReadError
from eventgraph.read.make import make_article
from eventgraph.read.reader import Found
from eventgraph.read.source import Source
from eventgraph.read.table import read_table


def read(text: str, suffix: str = ".csv") -> list[Found | ReadError]:
    return list(read_table(Source(f"f{suffix}", "f", suffix, text.encode())))


def test_a_row_says_all_of_an_article() -> None:
    header, row = (
        "id,title,text,published,url",
        '7,Talks,"They met, and ""left"".\nBoth.",2021-05-12,http://e.org/',
    )
    [found] = read(f"\ufeff{header}\r\n{row}\r\n")
    assert isinstance(found, Found)
    article = make_article(found.record, found.id)
    assert (article.id, article.published) == ("7", "2021-05-12")
    assert article.text == 'They met, and "left".\nBoth.'


def test_other_names_of_columns_are_understood_and_ours_go_first() -> None:
    [found] = read("Date,headline,content,text\n2020-01-02,Talks,teaser,They met.\n")
    assert isinstance(found, Found)
    record = found.record
    assert (record.published, record.title, record.text) == ("2020-01-02", "Talks", "They met.")


def test_tabs_separate_where_the_suffix_says_so() -> None:
    [found] = read("title\ttext\nA, B\tThey met, and left.\n", ".tsv")
    assert isinstance(found, Found) and found.record.text == "They met, and left."


def test_rows_without_id_are_numbered_and_blank_ones_left_out() -> None:
    [_, second] = read("text\nOne.\n\nTwo.\n")
    assert isinstance(second, Found) and (second.id, second.name) == ("f-2", "f.csv: row 2")


@pytest.mark.parametrize("row", ["2020-13-45,They met.", "2020-01-02,They met,and left"])
def test_a_broken_row_is_an_error_and_the_rest_goes_on(row: str) -> None:
    error, found = read(f"published,text\n{row}\n2020-01-02,They met.\n")
    assert isinstance(error, ReadError) and "row 1" in str(error)
    assert isinstance(found, Found)


@pytest.mark.parametrize("data", ["", "title,url\nA,B\n", "a\0b"])
def test_a_file_without_texts_is_refused_with_the_reason(data: str) -> None:
    with pytest.raises(ValueError, match=r"column 'text'|binary"):
        read(data)
