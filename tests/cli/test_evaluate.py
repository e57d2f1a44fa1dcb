"""Figures on the command line."""

import json
from pathlib import Path

import pytest

from .conftest import MET, TEXT, Run

GOLD = {
    "id": "a",
    "entities": {"b": {"type": "person", "name": "Eva Berg"}, "o": {"type": "person", "name": "Jan Olsen"}},
    "claims": [
        {"type": "communication", "kind": "met", "from": ["b"], "to": ["o"], "date": None, "place": None,
         "modality": "asserted", "evidence": TEXT},
        {"type": "role", "person": "b", "title": ["envoy"], "organization": None, "country": None,
         "status": "current", "evidence": TEXT},
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(json.dumps(GOLD))
    (tmp_path / "a.meta.json").write_text('{"published": null}')
    return tmp_path


def test_the_table_and_the_mistakes(gold: Path, project: Path, run: Run) -> None:
    result = run("evaluate", "--gold", gold, "--claims", project / "claims.jsonl", "--errors")
    assert result.exit_code == 0
    assert "a missed role: person b; title envoy; status current" in result.stdout
    assert "communication gold    1 sys    1  core P 1.000 R 1.000 F1 1.000" in result.stdout


def test_the_table_as_json(gold: Path, project: Path, run: Run) -> None:
    result = run("evaluate", "--gold", gold, "--claims", project / "claims.jsonl", "--json")
    assert json.loads(result.stdout)["communication"]["full"]["f1"] == 1.0


def test_two_outputs_are_compared(gold: Path, project: Path, run: Run) -> None:
    (gold / "none.jsonl").touch()
    result = run(
        "evaluate", "--gold", gold, "--claims", project / "claims.jsonl", "--compare", gold / "none.jsonl"
    )
    assert "communication   core F1 1.000 (+1.000)   full F1 1.000 (+1.000)" in result.stdout
    assert f"won a communication #0: missed → right\n    {TEXT}" in result.stdout


def test_a_kept_run_is_compared_without_its_claims(gold: Path, project: Path, run: Run) -> None:
    before = ("evaluate", "--gold", gold, "--claims", project / "claims.jsonl", "--keep", gold / "run.tsv")
    assert run(*before).exit_code == 0
    (gold / "none.jsonl").touch()
    result = run("evaluate", "--gold", gold, "--claims", gold / "none.jsonl", "--compare", gold / "run.tsv")
    assert "communication   core F1 0.000 (-1.000)" in result.stdout
    assert "lost a communication #0: right → missed" in result.stdout
    assert "role" not in result.stdout.partition("lost")[2]  # missed before and after


def test_a_run_that_can_not_be_kept_is_an_error(gold: Path, project: Path, run: Run) -> None:
    claims = project / "claims.jsonl"
    result = run("evaluate", "--gold", gold, "--claims", claims, "--keep", gold / "none" / "run.tsv")
    assert result.exit_code == 2 and "can't be written" in result.stderr


def test_without_claims_the_texts_are_built(gold: Path, run: Run) -> None:
    result = run("evaluate", "--gold", gold, "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")
    assert MET.type in result.stdout


def test_what_can_not_be_read_is_refused(tmp_path: Path, gold: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    assert "no gold annotations" in run("evaluate", "--gold", tmp_path / "empty").stderr
    result = run("evaluate", "--gold", gold, "--claims", tmp_path / "none.jsonl")
    assert result.exit_code == 2 and "none.jsonl can't be read" in result.stderr
