"""The store: what is put in is there once, what is taken out leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from eventgraph.errors import StoreError
from eventgraph.store.store import Result, Store

from .corpus import result


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as store:
        yield store


def ids(store: Store) -> list[str]:
    with store.corpus().spooled() as corpus:
        articles = [article.id for article in corpus.articles()]
        assert [claim.article for claim in corpus.claims()] == articles
        assert [id for id, _ in corpus.signatures()] == articles
        return articles


def files(store: Store) -> set[str]:
    return {path.name for path in store.folder.glob("*/*")}


def test_what_is_committed_is_there_by_id(store: Store) -> None:
    store.commit([result(3), result(1)], "v1")
    store.commit([result(2)], "v1")
    assert ids(store) == ["a-01", "a-02", "a-03"]
    assert store.has(result(2).article, "v1") and not store.has(result(2).article, "v2")


def test_the_same_again_changes_nothing(store: Store) -> None:
    store.commit([result(1), result(2)], "v1")
    before = files(store)
    store.commit([result(2), result(1)], "v1")
    assert (ids(store), files(store)) == (["a-01", "a-02"], before)


def test_a_changed_text_replaces_the_old_one(store: Store) -> None:
    store.commit([result(1), result(2)], "v1")
    changed = result(1, "Eva Berg met nobody at all.")
    store.commit([changed], "v1")
    assert ids(store) == ["a-01", "a-02"]
    with store.corpus().spooled() as corpus:
        assert next(corpus.articles()) == changed.article


def test_removed_articles_leave_no_byte_behind(store: Store, tmp_path: Path) -> None:
    store.commit([result(1), result(2)], "v1")
    store.commit([result(3)], "v1")
    assert store.remove(["a-01", "a-03", "a-09"]) == ["a-01", "a-03"]
    with Store(tmp_path) as again:
        assert ids(again) == ["a-02"]
        assert len(files(again)) == 2


def test_what_failed_is_known_and_tried_again(store: Store) -> None:
    article = result(1).article
    for attempts in (1, 2):
        store.commit([Result(article, reason="could not be analysed")], "v1")
        (entry,) = store.ledger.entries()
        assert (entry.status, entry.attempts, entry.shard) == ("failed", attempts, None)
        assert not store.has(article, "v1") and ids(store) == []
    store.commit([result(1)], "v1")
    assert [(e.status, e.attempts, e.reason) for e in store.ledger.entries()] == [("done", 3, None)]


def test_another_version_makes_articles_outdated(store: Store) -> None:
    store.commit([result(1), result(2)], "v1")
    store.commit([result(3)], "v2")
    assert [article.id for article in store.outdated("v2")] == ["a-01", "a-02"]


def test_files_of_a_process_that_died_are_swept(store: Store, tmp_path: Path) -> None:
    store.commit([result(1)], "v1")
    known = files(store)
    (store.folder / "claims" / f"{'0' * 64}.parquet").write_bytes(b"written, but never committed")
    (store.folder / "claims" / ".x.parquet.99999999.tmp").write_bytes(b"half")
    with Store(tmp_path) as again:
        assert (files(again), ids(again)) == (known, ["a-01"])


def test_a_change_that_fails_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.commit([result(1), result(2)], "v1")
    monkeypatch.setattr(msgspec.json, "encode", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.commit([result(1, "Eva Berg left.")], "v1")
    monkeypatch.undo()
    assert ids(store) == ["a-01", "a-02"] and store.has(result(1).article, "v1")


def test_two_open_stores_see_each_others_changes(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path) as other:
        store.commit([result(1), result(2)], "v1")
        other.commit([result(2), result(3)], "v1")
        assert ids(store) == ids(other) == ["a-01", "a-02", "a-03"]


def test_what_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "ledger.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="can't be opened as a ledger"):
        Store(tmp_path)
