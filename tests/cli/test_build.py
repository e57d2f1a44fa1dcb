"""Building from the command line: files written, failures named, exit codes."""

import json
from pathlib import Path

import pytest

from eventgraph.store import FILES, REPORT, open_project

from .conftest import TEXT, Run

NEWS = "Norwegian foreign minister Eva Berg met her Swedish counterpart, Jan Olsen, in Oslo on Tuesday.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "b.txt").write_text(NEWS)
    (folder / "a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2021-05-10"}))
    return folder


def test_a_folder_is_built(articles: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out"
    result = run("build", articles, "--out", out, "--date", "2021-05-12", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    summary = json.loads(result.stdout)
    assert (summary["articles"], summary["failures"]) == (2, [])
    assert summary["files"] == [str(out / name) for name in (*FILES, *REPORT)]
    assert sorted(path.name for path in out.iterdir()) == sorted((*FILES, *REPORT))
    assert [article.published for article in open_project(out).articles] == ["2021-05-10", "2021-05-12"]
    assert sum(summary["claims"].values()) == len(open_project(out).claims) > 0


def test_failures_are_named_and_the_others_built(articles: Path, tmp_path: Path, run: Run) -> None:
    (articles / "bad.txt").write_bytes(b"\0")
    result = run("build", articles, "--out", tmp_path / "out", "--date", "2021-05-12")
    assert result.exit_code == 1
    assert result.stderr == f"eventgraph: {articles}/bad.txt: is binary, not text\n"
    assert "articles      2" in result.stdout


def test_no_date_is_reported_though_built(articles: Path, tmp_path: Path, run: Run) -> None:
    result = run("build", articles, "--out", tmp_path / "out", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{articles}/b.txt: has no date" in result.stderr and len(result.stderr.splitlines()) == 1
    assert len(open_project(tmp_path / "out").articles) == 2


def test_when_nothing_can_be_read_the_old_output_stays(project: Path, tmp_path: Path, run: Run) -> None:
    old = {path.name: path.read_bytes() for path in project.iterdir()}
    (tmp_path / "bad.txt").write_bytes(b"\0")
    result = run("build", tmp_path / "bad.txt", "--out", project)
    assert result.exit_code == 2
    assert f"{tmp_path}/bad.txt: is binary" in result.stderr and "nothing to build" in result.stderr
    assert {path.name: path.read_bytes() for path in project.iterdir()} == old


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["*.none", "--out", "out"], "nothing matches"),
        (["a.txt", "--out", "a.txt"], "can't be written"),
        (["a.txt", "--out", "out", "--date", "soon"], "YYYY-MM-DD"),
        (["a.txt", "--out", "out", "--base", "javascript:x"], "can't be a base"),
        (["a.txt"], "--out"),
    ],
)
def test_what_makes_no_sense_is_refused(
    args: list[str], reason: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    result = run("build", *args)
    assert result.exit_code == 2 and reason in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


@pytest.mark.parametrize("workers", ["0", "-1", "two", "spark", "local[]", "http://host"])
def test_workers_are_a_number_or_a_cluster(workers: str, tmp_path: Path, run: Run) -> None:
    result = run("build", "--out", tmp_path / "out", "--workers", workers)
    assert result.exit_code == 2
    assert f"'{workers}' is neither a number from 1 nor a Spark cluster" in result.stderr
