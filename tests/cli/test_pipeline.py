"""`--pipeline NAME` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from untaught_pipeline import PENN, write_untaught

from eventgraph.store import PIPELINE

from .conftest import TEXT, Run
from .test_evaluate import gold  # noqa: F401

TAKES = ("build", "add", "rebuild", "evaluate", "rules try", "rules audit")
DATED = ("--date", "2021-05-12")


@pytest.fixture
def other(tmp_path: Path) -> str:
    return write_untaught(tmp_path / "other")


@pytest.mark.parametrize("command", TAKES)
def test_every_command_that_annotates_takes_it(command: str, run: Run) -> None:
    assert "--pipeline NAME" in run(*command.split(), "--help").stdout


def test_build_and_add_use_it(other: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    out = tmp_path / "out"
    assert run("build", tmp_path / "a.txt", *DATED, "--pipeline", other, "--out", out).exit_code == 0
    assert (out / PIPELINE).read_text().startswith("en_pipeline 0.0.0 ")
    assert run("add", out, tmp_path / "a.txt", *DATED, "--pipeline", other).exit_code == 0
    result = run("add", out, tmp_path / "a.txt", "--pipeline", "eventgraph")
    assert result.exit_code == 2 and f"rebuild {out} --pipeline eventgraph" in result.stderr
    assert run("rebuild", out, "--pipeline", "eventgraph").exit_code == 0
    assert not (out / PIPELINE).exists()


def test_rules_try_shows_its_tree(other: str, run: Run) -> None:
    ours, theirs = (run("rules", "try", TEXT, *more).stdout for more in ((), ("--pipeline", other)))
    assert "met (meet)" in ours and theirs and theirs != ours


def test_evaluate_measures_it(gold: Path, other: str, run: Run) -> None:  # noqa: F811
    result = run("evaluate", "--gold", gold, "--pipeline", other, "--quiet")
    assert result.exit_code == 0 and "communication gold    1 sys    0" in result.stdout


def test_a_pipeline_that_will_not_do_ends_the_command(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    penn = write_untaught(tmp_path / "penn", PENN)
    for name, reason in (
        ("en_none_such", "pip install it"),
        (penn, "has no nsubj:pass, obj, obl"),
    ):
        result = run("build", tmp_path / "a.txt", "--pipeline", name, "--out", tmp_path / "out")
        assert result.exit_code == 2 and reason in result.stderr and len(result.stderr.splitlines()) == 1
        assert run("rules", "audit", tmp_path / "a.txt", "--pipeline", name).exit_code == 2
    assert not (tmp_path / "out").exists()
