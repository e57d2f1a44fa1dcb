"""Answers that are kept: the same for the same question, none that change, not beyond their room."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import httpx
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.serve.kept import Kept
from eventgraph.serve.limits import Limits
from eventgraph.serve.messages import Answer, Query
from eventgraph.serve.pool import Pool

from .conftest import bearer
from .server import running

ROOM = 400


def query(text: str, media: str = "text/csv") -> Query:
    return Query(text, media, None)


def test_the_same_question_in_the_same_form_has_its_answer() -> None:
    kept = Kept(ROOM)
    kept.keep(query("ASK {}"), Answer(200, b"true"))
    assert kept.find(query("ASK {}")) == Answer(200, b"true")
    assert kept.find(query("ASK {}", "application/json")) is None


def test_what_changes_or_failed_or_is_large_is_not_kept() -> None:
    kept = Kept(ROOM)
    for text, answer in {
        "SELECT (now() AS ?n) {}": Answer(200),
        "SELECT (Rand() AS ?n) {}": Answer(200),
        "ASK {": Answer(400),
        "ASK {?s ?p ?o}": Answer(200, b"x" * ROOM),
    }.items():
        kept.keep(query(text), answer)
        assert kept.find(query(text)) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60))))
def test_it_never_outgrows_its_room(asked: list[tuple[int, int]]) -> None:
    kept = Kept(ROOM)
    for number, size in asked:
        kept.keep(query(f"ASK {{{number}}}"), Answer(200, bytes(size)))
        assert 0 <= kept.size <= ROOM


def test_whoever_asks_what_is_being_asked_waits_for_that_answer(project: Path) -> None:
    async def ask_at_once() -> tuple[list[Answer], int]:
        pool = Pool(project, Limits())
        await pool.start()
        slow = query("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }")
        answers = await asyncio.gather(*(pool.query(slow) for _ in range(6)))
        children = len(pool._state.idle)
        await pool.close()
        return answers, children

    answers, children = asyncio.run(ask_at_once())
    assert {answer.status for answer in answers} == {200} and len({answer.body for answer in answers}) == 1
    assert children == 1


def test_if_that_fails_each_asks_for_itself() -> None:
    async def ask() -> Answer | None:
        kept = Kept(ROOM)
        with kept.asking(query("ASK {}")):
            waiting = asyncio.create_task(kept.wait(query("ASK {}")))
            await asyncio.sleep(0)
        return await waiting

    assert asyncio.run(ask()) is None


def test_an_update_makes_all_answers_new(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "copy", ignore=shutil.ignore_patterns("updates.jsonl"))
    ask = {"query": "ASK { <urn:kept> <urn:p> 1 }"}
    with running(tmp_path / "copy") as address, httpx.Client(base_url=address, timeout=30) as client:
        assert [client.get("/sparql", params=ask).json()["boolean"] for _ in range(2)] == [False, False]
        update = {"update": "INSERT DATA { <urn:kept> <urn:p> 1 }"}
        assert client.post("/update", data=update, headers=bearer()).status_code == 204
        assert client.get("/sparql", params=ask).json()["boolean"]
