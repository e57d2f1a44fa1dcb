"""Shards: what is written is read again, by us and by others; damage is told."""

from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import StoreError
from eventgraph.model import Article
from eventgraph.store.shards import read_articles, read_claims, write_articles, write_claims

from .corpus import result

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ARTICLES = st.builds(
    Article, id=TEXT, text=TEXT, title=st.none() | TEXT, authors=st.lists(TEXT, max_size=3).map(tuple)
)


@settings(deadline=None, max_examples=40)
@given(st.lists(ARTICLES, max_size=5, unique_by=lambda article: article.id))
def test_articles_come_back_by_id(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> None:
    folder = tmp_path_factory.mktemp("shards")
    name = write_articles(folder, articles)
    assert list(read_articles(folder, name)) == sorted(articles, key=lambda article: article.id)


def test_claims_come_back_whole(tmp_path: Path) -> None:
    claims = [claim for number in range(5) for claim in result(number).claims]
    assert list(read_claims(tmp_path, write_claims(tmp_path, claims[::-1]))) == claims


def test_the_name_is_a_function_of_the_content(tmp_path: Path) -> None:
    articles = [result(number).article for number in range(3)]
    assert write_articles(tmp_path, articles) == write_articles(tmp_path, articles[::-1])
    assert write_articles(tmp_path, articles[1:]) != write_articles(tmp_path, articles)
    assert len(list(tmp_path.iterdir())) == 2


def test_other_readers_of_parquet_see_the_same(tmp_path: Path) -> None:
    path = tmp_path / write_articles(tmp_path, [result(number).article for number in range(3)])
    assert pyarrow.parquet.read_table(path)["id"].to_pylist() == ["a-00", "a-01", "a-02"]
    rows = duckdb.execute(f"SELECT id, authors->>'$[1]' FROM '{path}' ORDER BY id").fetchall()
    assert rows == [(f"a-0{number}", "“X”") for number in range(3)]


def test_damage_and_loss_are_told(tmp_path: Path) -> None:
    name = write_articles(tmp_path, [result(0).article])
    (tmp_path / name).write_bytes(b"PAR1" + (tmp_path / name).read_bytes()[4:-1])
    with pytest.raises(StoreError, match="is damaged"):
        list(read_articles(tmp_path, name))
    (tmp_path / name).unlink()
    with pytest.raises(StoreError, match="can't be read"):
        list(read_articles(tmp_path, name))
