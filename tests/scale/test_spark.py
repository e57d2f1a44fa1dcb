"""Spark's own engine, in local mode: every article once, in order, and the same bytes as without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eventgraph.errors import ReadError, UsageError
from eventgraph.model import Article
from eventgraph.scale import map_articles

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
CLUSTER = "local[2]"
COMMAND = [sys.executable, "-c", "from eventgraph.cli import main; main()"]


def fails(article: Article) -> int:
    if article.id == "dies":
        os._exit(1)
    return 1 // len(article.text)


def test_results_come_in_order_and_a_failure_is_in_its_place() -> None:
    articles = [Article(id=str(number), text="x" * (number % 9)) for number in range(40)]
    results = list(map_articles(fails, articles, CLUSTER))
    assert [isinstance(result, ReadError) for result in results] == [n % 9 == 0 for n in range(40)]
    assert [result for result in results if not isinstance(result, ReadError)] == [
        int(n % 9 == 1) for n in range(40) if n % 9
    ]
    assert str(results[9]).startswith("9: could not be analysed (ZeroDivisionError")


def test_an_article_that_ends_its_process_is_the_only_one_lost() -> None:
    articles = [Article(id=id, text="x") for id in ("a", "dies", "b")]
    first, lost, last = map_articles(fails, articles, CLUSTER)
    assert (first, last) == (1, 1)
    assert str(lost).startswith("dies: could not be analysed (it ended its process)")


def test_a_cluster_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match=r"the Spark cluster spark://127\.0\.0\.1:nowhere can't be used"):
        list(map_articles(fails, [Article(id="a", text="x")], "spark://127.0.0.1:nowhere"))


def test_a_project_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for out, workers in ((here, "1"), (there, CLUSTER)):
        command = [*COMMAND, "build", "--out", str(out), "--workers", workers, "--quiet"]
        subprocess.run(command, check=True, timeout=300)
    assert {p.name: p.read_bytes() for p in here.iterdir()} == {
        p.name: p.read_bytes() for p in there.iterdir()
    }
