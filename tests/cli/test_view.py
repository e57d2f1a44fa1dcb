"""Opening the page."""

from pathlib import Path

import pytest

from .conftest import Run


def test_the_path_is_printed(project: Path, run: Run) -> None:
    result = run("view", project, "--print")
    assert (result.exit_code, result.stdout.strip()) == (0, str(project / "graph.html"))


def test_the_browser_is_asked_for_the_page(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run("view", project)
    assert opened == [(project / "graph.html").as_uri()]


def test_without_a_browser_the_page_is_named(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    result = run("view", project)
    assert result.exit_code == 1 and "graph.html yourself" in result.stderr


def test_another_folder_is_refused(tmp_path: Path, run: Run) -> None:
    result = run("view", tmp_path)
    assert result.exit_code == 2 and "is no project" in result.stderr
