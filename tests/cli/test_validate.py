"""Checking the folder of a build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Run


def test_what_is_built_conforms(project: Path, run: Run) -> None:
    result = run("validate", project)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"conforms  \([\d,]+ triples, \d\.\d s\)\n", result.stdout)


@pytest.mark.parametrize("engine", ["sparql", "pyshacl"])
def test_what_is_wrong_is_shown(engine: str, project: Path, run: Run) -> None:
    file = project / "graph.ttl"
    file.write_text(file.read_text("utf-8").replace("eg:asserted", "eg:rumoured"), "utf-8")
    result = run("validate", project, "--engine", engine)
    assert result.exit_code == 1
    assert "ModalityShape" in result.stdout and "MetWithShape" in result.stdout
    first = json.loads(run("validate", file, "--engine", engine, "--json").stdout)[0]
    assert set(first) == {"shape", "focus", "path", "component", "value"}


def test_a_changed_article_is_noticed(project: Path, run: Run) -> None:
    file = project / "articles.jsonl"
    file.write_text(file.read_text("utf-8").replace("Jan Olsen", "Jon Olsen"), "utf-8")
    result = run("validate", project)
    assert result.exit_code == 1 and "articles.jsonl" in result.stdout
    assert run("validate", project / "graph.ttl").exit_code == 0


def test_what_can_not_be_checked(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("no graph")
    for arguments in (
        [tmp_path / "graph.ttl"],
        [project, "--shapes", tmp_path / "none.ttl"],
        [tmp_path / "none"],
    ):
        result = run("validate", *arguments)
        assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1
