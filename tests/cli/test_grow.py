"""Growing a project from the command line: what is said, and the exit codes."""

import json
from pathlib import Path

from eventgraph.store import FILES, REPORT, open_project

from .conftest import TEXT, Run


def test_a_project_is_made_grown_and_cut(tmp_path: Path, run: Run) -> None:
    articles, project = tmp_path / "articles", tmp_path / "project"
    articles.mkdir()
    for name in ("a", "b"):
        record = {"id": name, "text": TEXT, "published": "2021-05-10"}
        (articles / f"{name}.jsonl").write_text(json.dumps(record))

    added = run("add", project, articles, "--json")
    assert (added.exit_code, added.stderr, json.loads(added.stdout)["articles"]) == (0, "", 2)
    assert sorted(path.name for path in project.iterdir()) == sorted((*FILES, *REPORT, "store"))

    told = json.loads(run("status", project, "--json").stdout)
    assert (told["articles"], told["witnesses"], told["outdated"], told["failures"]) == (2, 1, 0, {})
    assert told["to_do"].startswith("nothing")

    removed = run("remove", project, "a", "zz", "--quiet")
    assert (removed.exit_code, removed.stdout) == (1, "")
    assert removed.stderr == "eventgraph: zz: is the id of no article here\n"
    assert [article.id for article in open_project(project).articles] == ["b"]

    refused = run("build", articles, "--out", project)
    assert refused.exit_code == 2 and "has grown by additions; use eventgraph add" in refused.stderr
    rebuilt = run("rebuild", project)
    assert rebuilt.exit_code == 0 and "articles      1\n" in rebuilt.stdout


def test_a_bad_file_is_named_and_the_others_added(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0")
    (tmp_path / "good.txt").write_text(TEXT)
    result = run(
        "add", tmp_path / "project", tmp_path / "bad.txt", tmp_path / "good.txt", "--date", "2021-05-12"
    )
    assert result.exit_code == 1
    assert result.stderr == f"eventgraph: {tmp_path}/bad.txt: is binary, not text\n"
    assert "articles      1\n" in result.stdout


def test_status_of_a_build_and_of_nothing(project: Path, tmp_path: Path, run: Run) -> None:
    result = run("status", project)
    assert result.exit_code == 0 and "the first eventgraph add makes the store" in result.stdout
    assert not (project / "store").exists()
    nothing = run("status", tmp_path)
    assert nothing.exit_code == 2 and "is no project; run eventgraph build" in nothing.stderr
