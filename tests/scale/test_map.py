"""Map: every article once, in order, whatever happens to its neighbours; no more are held than needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventgraph.errors import ReadError
from eventgraph.model import Article
from eventgraph.scale import map_articles
from eventgraph.scale.map import AHEAD, CHUNK, chunks


def articles(count: int) -> list[Article]:
    return [Article(id=f"a{number:03}", text="x" * number) for number in range(count)]


def length(article: Article) -> int:
    return len(article.text)


def fails(article: Article) -> int:
    return 1 // (len(article.text) % 5)


def dies(article: Article) -> int:
    if article.id == "a007":
        os._exit(1)
    return len(article.text)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    assert list(map_articles(length, articles(30), workers)) == list(range(30))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_fails_is_an_error_in_its_place(workers: int) -> None:
    results = list(map_articles(fails, articles(12), workers))
    failed = [place for place, result in enumerate(results) if isinstance(result, ReadError)]
    assert failed == [0, 5, 10]
    assert str(results[5]).startswith("a005: could not be analysed (ZeroDivisionError")


def test_an_article_that_ends_its_process_is_the_only_one_lost() -> None:
    results = list(map_articles(dies, articles(40), 2))
    assert str(results[7]).startswith("a007: could not be analysed (it ended its process)")
    assert [result for result in results if not isinstance(result, ReadError)] == [*range(7), *range(8, 40)]


@pytest.mark.parametrize(("workers", "most"), [(1, 1), (2, 2 * AHEAD * CHUNK + CHUNK)])
def test_articles_are_taken_as_they_are_needed(workers: int, most: int) -> None:
    taken = 0

    def source() -> Iterator[Article]:
        nonlocal taken
        for article in articles(200):
            taken += 1
            yield article

    for done, _ in enumerate(map_articles(length, source(), workers)):
        assert taken - done <= most


def news() -> Iterator[Article]:
    while True:
        yield Article(id="a", text="News.")


def pid(article: Article) -> int:
    return os.getpid()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_when_it_is_killed_its_processes_end() -> None:
    code = (
        f"from {__name__} import map_articles, news, pid\nfor one in map_articles(pid, news(), 2): print(one)"
    )
    root = Path(__file__).parents[len(__package__.split("."))]
    command = [sys.executable, "-u", "-c", code]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        workers = {int(killed.stdout.readline()) for _ in range(40)}
        killed.kill()
    end = time.monotonic() + 20
    while any(map(is_alive, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))


def test_nothing_gives_nothing() -> None:
    assert list(map_articles(length, [], 2)) == []


def test_chunks_hold_all() -> None:
    assert list(chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]
