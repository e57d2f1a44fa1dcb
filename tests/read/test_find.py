"""Which files are read of what the user names."""

from __future__ import annotations

from pathlib import Path

from eventgraph.read.find import MADE, MADE_TOO, find_files
from eventgraph.resolve import judgements, reconciled
from eventgraph.store import project


def names(folder: Path, given: str = "") -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in find_files([str(folder / given)])]


def fill(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("News.")


def test_what_a_build_has_made_is_no_article(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "out/b.txt", "out/store/articles/x.parquet")
    fill(tmp_path / "out", *MADE, *(name for name in MADE_TOO if name != "store"))
    assert names(tmp_path) == ["a.txt", "out/b.txt"]


def test_unless_it_is_named(tmp_path: Path) -> None:
    fill(tmp_path, *MADE)
    assert names(tmp_path, "articles.jsonl") == ["articles.jsonl"]


def test_a_file_of_such_a_name_elsewhere_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "articles.jsonl", "report.html")
    assert names(tmp_path) == ["articles.jsonl", "report.html"]


def test_these_are_the_names_that_a_project_has() -> None:
    assert MADE == project.FILES
    own = {project.EXTRA, project.UNREAD, *project.REPORT, project.STORE, judgements.FILE, reconciled.FILE}
    assert own == {*MADE_TOO}
