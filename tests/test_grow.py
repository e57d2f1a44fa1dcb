"""A project that grows has the same files as one that is built of the same articles at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from eventgraph.errors import StoreError
from eventgraph.grow import add, rebuild, remove
from eventgraph.pipeline import build as eg_build
from eventgraph.pipeline import build_project
from eventgraph.resources import find_resource
from eventgraph.store import FILES, REPORT, UNREAD, open_project
from eventgraph.store.status import get_status

SAMPLE = sorted(str(p) for p in find_resource("data/sample").iterdir() if p.suffix != ".json")
Build = Callable[[Sequence[str]], dict[str, bytes]]


def content(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built at once."""
    folder = tmp_path_factory.mktemp("built")
    build_project(SAMPLE, folder)
    return folder


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, the files of the first third built, the others added in two parts."""
    folder = tmp_path_factory.mktemp("grown")
    files = Random(2).sample(SAMPLE, len(SAMPLE))
    build_project(files[:4], folder)
    add(folder, files[4:8])
    assert add(folder, files[6:]).analysed == len(files) - 8
    return folder


def test_added_in_three_parts_it_equals_one_build(built: Path, grown: Path) -> None:
    assert content(grown) == content(built)
    assert set(content(grown)) == {*FILES, *REPORT}


def test_what_is_removed_was_never_there(grown: Path, tmp_path: Path) -> None:
    ids = [article.id for article in open_project(grown).articles]
    gone = Random(3).sample(ids, 4)
    kept = tmp_path / "kept.jsonl"
    lines = (grown / "articles.jsonl").read_text().splitlines(keepends=True)
    kept.write_text("".join(line for line in lines if json.loads(line)["id"] not in gone))
    build_project([str(kept)], tmp_path / "without")
    result = remove(grown, [*gone, "nobody"])
    assert content(grown) == content(tmp_path / "without")
    assert [str(failure) for failure in result.failures] == ["nobody: is the id of no article here"]
    assert rebuild(grown).analysed == 0
    assert content(grown) == content(tmp_path / "without")


def test_a_corrected_article_takes_back_what_the_first_version_said(tmp_path: Path) -> None:
    folder, project = tmp_path / "articles", tmp_path / "project"
    folder.mkdir()
    (folder / "other.txt").write_text("Cleo Ruiz met Ada Novak in Oslo.")
    news = folder / "news.txt"
    news.write_text("Eva Berg met Jan Olsen in Oslo.")
    add(project, [str(folder)], date="2021-05-12")
    assert b"Olsen" in (project / "graph.ttl").read_bytes()
    news.write_text("Eva Berg met Omar Haddad in Oslo.")
    assert add(project, [str(folder)], date="2021-05-12").analysed == 1
    build_project([str(folder)], tmp_path / "built", date="2021-05-12")
    assert content(project) == content(tmp_path / "built")


@pytest.fixture
def mixed(tmp_path: Path) -> list[Path]:
    """Folders with articles, and with what is none: locked, foreign, empty, of the same name, undated."""
    one, other = tmp_path / "jane4711" / "one", tmp_path / "jane4711" / "other"
    for folder in (one, other):
        folder.mkdir(parents=True)
        record = {
            "id": f"line of {folder.name}",
            "text": "Eva Berg met Jan Olsen.",
            "published": "2021-05-12",
        }
        (folder / "news.jsonl").write_text(json.dumps(record) + "\n{broken\n")
    (one / "undated.txt").write_text("Cleo Ruiz met Ada Novak in Oslo.")
    (one / "foreign.txt").write_text("Der Minister traf in Berlin seinen Kollegen, um mit ihm zu sprechen.")
    (other / "empty.txt").write_text("")
    (other / "paper.pdf").write_bytes(b"no PDF")
    return [one, other]


def test_what_was_not_read_is_told_the_same_whether_built_at_once_or_grown(
    mixed: list[Path], tmp_path: Path
) -> None:
    build_project([*map(str, mixed)], tmp_path / "built")
    add(tmp_path / "added", [str(mixed[1])])
    add(tmp_path / "added", [str(mixed[0])])
    build_project([str(mixed[0])], tmp_path / "grown")
    add(tmp_path / "grown", [str(mixed[1])])
    assert content(tmp_path / "built") == content(tmp_path / "added")
    eg_build([*map(str, mixed)]).save(tmp_path / "saved")
    assert content(tmp_path / "built") == content(tmp_path / "saved")
    unread = [json.loads(line) for line in (tmp_path / "built" / UNREAD).read_bytes().splitlines()]
    assert [one["source"] for one in unread] == ["empty.txt", "foreign.txt", "news.jsonl:2", "paper.pdf"]
    report = (tmp_path / "built" / "report.md").read_text()
    assert "Not read: foreign.txt: is not in English" in report and "undated" in report
    assert not any(b"jane4711" in data for data in content(tmp_path / "built").values())


def test_what_is_mended_or_taken_out_by_name_is_told_no_more(mixed: list[Path], tmp_path: Path) -> None:
    grown, mended = tmp_path / "grown", mixed[1]
    build_project([str(mended)], grown)
    assert get_status(grown).failures.keys() == {"empty.txt", "news.jsonl:2", "paper.pdf"}
    (mended / "empty.txt").write_text("Omar Haddad met Ada Novak.")
    add(grown, [str(mended)])
    assert get_status(grown).failures.keys() == {"news.jsonl:2", "paper.pdf"}
    assert remove(grown, ["paper.pdf"]).failures == ()
    (mended / "paper.pdf").unlink()
    build_project([str(mended)], tmp_path / "built")
    assert content(grown) == content(tmp_path / "built")
    (mended / "news.jsonl").write_text('{"text": "Jan Olsen met Cleo Ruiz."}\n')
    add(grown, [str(mended)])
    assert UNREAD not in content(grown)


def test_the_base_of_the_build_stays(tmp_path: Path) -> None:
    news, project = tmp_path / "news.txt", tmp_path / "project"
    news.write_text("Eva Berg met Jan Olsen in Oslo.")
    build_project([str(news)], project, date="2021-05-12", base="https://example.org/")
    before = content(project)
    assert add(project, [str(news)], date="2021-05-12").analysed == 0
    assert content(project) == before


def test_another_version_of_the_model_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news.txt").write_text("Eva Berg met Jan Olsen in Oslo.")
    project = tmp_path / "project"
    add(project, [str(tmp_path / "news.txt")], date="2021-05-12")
    before = content(project)
    monkeypatch.setattr("eventgraph.grow.extractor_version", lambda own, pipeline: "another")
    assert rebuild(project).analysed == 1
    assert content(project) == before


def test_only_a_project_can_be_changed(tmp_path: Path) -> None:
    changes: list[Callable[[], object]] = [lambda: remove(tmp_path, ["a"]), lambda: rebuild(tmp_path)]
    for change in changes:
        with pytest.raises(StoreError, match="is no project; run eventgraph build"):
            change()
    assert list(tmp_path.iterdir()) == []


def test_killed_in_the_middle_of_an_addition_it_resumes(built: Path, tmp_path: Path) -> None:
    """The whole command; `benchmarks/killed.py` does it at many more moments."""
    command = [sys.executable, "-c", "from eventgraph.cli import main; main()", "add", str(tmp_path), *SAMPLE]
    for seconds in (1.5, 3.0):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout
        process.stdout.close()
    add(tmp_path, SAMPLE)
    assert content(tmp_path) == content(built)
