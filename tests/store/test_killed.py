"""Killed anywhere, or added to by two at once: nothing is lost, and nothing is there twice."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from eventgraph.graph import Graph
from eventgraph.resolve import resolve
from eventgraph.store.store import Store

from .corpus import result

LAST = 40
PROJECTS, MOMENTS = 4, 5


def start(project: Path, first: int, last: int) -> subprocess.Popen[str]:
    """Return the adding process once it is about to begin."""
    command = [sys.executable, "-m", f"{__package__}.adder", str(project), str(first), str(last)]
    root = Path(__file__).parents[len(__package__.split("."))]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def finish(process: subprocess.Popen[str]) -> float:
    begin = time.monotonic()
    process.communicate(timeout=120)
    assert process.returncode == 0
    return time.monotonic() - begin


def content(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}


def check_store(project: Path) -> None:
    with Store(project) as store:
        with store.corpus().spooled() as corpus:
            assert [article.id for article in corpus.articles()] == [f"a-{n:02}" for n in range(LAST)]
            assert [claim.id for claim in corpus.claims()] == [f"c{n:02}" for n in range(LAST)]
        named = {name for _, shard in store.ledger.shards() for name in (shard.articles, shard.claims)}
        assert {path.name for path in store.folder.glob("*/*")} == named


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a build of all articles at once."""
    folder = tmp_path_factory.mktemp("built")
    results = [result(number) for number in range(LAST)]
    claims = resolve(claim for one in results for claim in one.claims)
    Graph(articles=tuple(one.article for one in results), claims_all=claims).save(folder)
    return content(folder)


def test_killed_at_any_moment_it_resumes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    """At PROJECTS times MOMENTS random moments, later ones of what was left over by earlier ones."""
    seconds = finish(start(tmp_path / "whole", 0, LAST))
    assert content(tmp_path / "whole") == expected
    chance = Random(5)
    for project in (tmp_path / f"killed-{number}" for number in range(PROJECTS)):
        for moment in range(MOMENTS):
            process = start(project, 0, LAST)
            time.sleep(chance.uniform(0, seconds) * (moment + 1) / MOMENTS)
            process.kill()
            process.communicate()
        finish(start(project, 0, LAST))
        check_store(project)
        assert content(project) == expected


def test_two_may_add_at_once(tmp_path: Path, expected: dict[str, bytes]) -> None:
    both = [start(tmp_path, 0, 25), start(tmp_path, 15, LAST)]
    for process in both:
        finish(process)
    check_store(tmp_path)
    assert content(tmp_path) == expected


def test_one_of_two_is_killed(tmp_path: Path, expected: dict[str, bytes]) -> None:
    killed, other = start(tmp_path, 0, 25), start(tmp_path, 15, LAST)
    time.sleep(0.1)
    killed.kill()
    killed.communicate()
    finish(other)
    finish(start(tmp_path, 0, 25))
    check_store(tmp_path)
    assert content(tmp_path) == expected
