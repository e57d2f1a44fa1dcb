"""The files say what the store holds, and are written only when they don't."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
import pytest

from eventgraph.scale import Spool
from eventgraph.store import FILES, open_project
from eventgraph.store.outputs import write_project
from eventgraph.store.publish import get_current, publish
from eventgraph.store.store import Corpus, Result, Store

from .corpus import result

WRITE = "eventgraph.store.publish.write_project"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as store:
        store.commit([result(1), result(2)], "v1")
        yield store


def stamps(project: Path) -> list[int]:
    return [(project / name).stat().st_ino for name in FILES]


def test_files_are_written_once(store: Store, tmp_path: Path) -> None:
    counts = publish(store, tmp_path)
    before = stamps(tmp_path)
    assert publish(store, tmp_path) == counts and stamps(tmp_path) == before
    assert (counts.articles, counts.claims) == (2, {"communication": 2})
    assert publish(store, tmp_path, anew=True) == counts and stamps(tmp_path) != before


def test_every_change_is_told(store: Store, tmp_path: Path) -> None:
    publish(store, tmp_path)
    store.remove(["a-01"])
    assert get_current(store, tmp_path) is None
    publish(store, tmp_path)
    assert [article.id for article in open_project(tmp_path).articles] == ["a-02"]


@pytest.mark.parametrize("name", [*FILES, "judgements.yml"])
def test_a_lost_file_or_a_new_judgement_is_noticed(store: Store, tmp_path: Path, name: str) -> None:
    publish(store, tmp_path)
    if name in FILES:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text("[]\n")
    assert get_current(store, tmp_path) is None


def test_what_is_older_does_not_replace_what_is_newer(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process commits and publishes while this one is still writing."""

    def slow(corpus, folder, base, turn, *more):  # type: ignore[no-untyped-def]
        monkeypatch.setattr(WRITE, write_project)
        with Store(tmp_path) as other:
            other.commit([result(3)], "v1")
            publish(other, tmp_path)
        return write_project(corpus, folder, base, turn, *more)

    monkeypatch.setattr(WRITE, slow)
    publish(store, tmp_path)
    assert [article.id for article in open_project(tmp_path).articles] == ["a-01", "a-02", "a-03"]
    assert get_current(store, tmp_path) is not None


def test_shards_replaced_under_its_hands_are_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, spooled = 0, Corpus.spooled

    def late(corpus: Corpus) -> AbstractContextManager[Spool]:
        nonlocal calls
        calls += 1
        if calls == 1:
            with Store(tmp_path) as other:
                other.remove(["a-01"])
        return spooled(corpus)

    monkeypatch.setattr(Corpus, "spooled", late)
    publish(store, tmp_path)
    assert calls == 2
    assert [article.id for article in open_project(tmp_path).articles] == ["a-02"]


def test_copies_count_as_one_witness(store: Store, tmp_path: Path) -> None:
    original = result(3)
    (claim,) = original.claims
    copy = msgspec.structs.replace(original.article, id="a-98", text=original.article.text + " More soon.")
    evidence = msgspec.structs.replace(claim.evidence, article="a-98")
    said = msgspec.structs.replace(claim, id="c98", article="a-98", evidence=evidence)
    store.commit([original, Result(copy, [said])], "v1")
    publish(store, tmp_path)
    turtle = (tmp_path / "graph.ttl").read_text("utf-8")
    assert 'eg:articleCount "2"' in turtle and 'eg:witnessCount "2"' not in turtle


def test_judgements_hold_for_what_is_added_later(store: Store, tmp_path: Path) -> None:
    same = {"verdict": "same", "type": "person", "one": {"name": "Jan Olsen"}, "other": {"name": "Cleo Ruiz"}}
    (tmp_path / "judgements.yml").write_text(json.dumps([same]))
    people = publish(store, tmp_path).entities["person"]
    (tmp_path / "judgements.yml").unlink()
    assert publish(store, tmp_path).entities["person"] == people + 1
    (tmp_path / "judgements.yml").write_text(json.dumps([same]))
    store.commit([result(6)], "v1")
    publish(store, tmp_path)
    named = {e.id for claim in open_project(tmp_path).claims for es in claim.arguments.values() for e in es}
    assert len(named & {"person/jan-olsen", "person/cleo-ruiz"}) == 1
    assert (tmp_path / "judgements.yml").exists()
