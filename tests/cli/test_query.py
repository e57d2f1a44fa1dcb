"""Asking the graph of a build: where queries come from, how answers are printed."""

import csv
import json
from pathlib import Path

import pytest

from .conftest import Run

WHO = "SELECT ?a ?b WHERE { ?a eg:metWith ?b } ORDER BY ?a"


def test_a_table_shortens_iris(project: Path, run: Run) -> None:
    result = run("query", project, WHO)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[2].split() == ["person:eva-berg", "person:jan-olsen"]
    assert result.stdout.splitlines()[-1] == "(2 rows)"


def test_csv_and_json_have_whole_iris(project: Path, run: Run) -> None:
    expected = {"a": "https://w3id.org/eventgraph/id/person/eva-berg"}
    assert (
        next(csv.DictReader(run("query", project, WHO, "--format", "csv").stdout.splitlines())).items()
        >= expected.items()
    )
    assert (
        json.loads(run("query", project / "graph.ttl", WHO, "--format", "json").stdout)[0].items()
        >= expected.items()
    )


def test_in_trig_every_article_is_a_graph(project: Path, run: Run, tmp_path: Path) -> None:
    trig = tmp_path / "graph.trig"
    assert run("export", project, "--to", "trig", "-o", trig).exit_code == 0
    assert run("query", trig, WHO).stdout == run("query", project, WHO).stdout
    said = "SELECT DISTINCT ?article { GRAPH ?article { ?m a eg:Meeting } }"
    rows = json.loads(run("query", trig, said, "--format", "json").stdout)
    assert [row["article"] for row in rows] == ["https://w3id.org/eventgraph/id/article/a"]


def test_csv_holds_no_formulas(project: Path, run: Run) -> None:
    result = run("query", project, "SELECT ?t { ?a schema:headline ?t }", "--format", "csv")
    assert result.stdout.splitlines() == ["t", "'=Talks in Oslo"]


@pytest.mark.parametrize("name", ["who-met-whom", "who-met-whom.rq", "queries/who-met-whom.rq"])
def test_queries_that_come_with_eventgraph_go_by_name(
    name: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    result = run("query", ".", name)
    assert result.exit_code == 0 and "Jan Olsen" in result.stdout


def test_a_ready_query_takes_values(project: Path, run: Run) -> None:
    def names(*values: str) -> int:
        return run("query", project, "who-met-whom", *values, "--format", "csv").stdout.count("Jan Olsen,")

    assert names("--since", "2021-05-11") == names("--person=Jan Olsen", "--until", "2021") == 1
    assert names("--since", "2021-05-12") == names("--person", "Nobody") == 0


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (["--sinse", "2021"], "no parameter --sinse; it takes --since DATE"),
        (["--since"], "'--since' stands alone"),
        (["2021"], "'2021' stands alone"),
        (["--since", "soon"], "--since: 'soon' is no date"),
    ],
)
def test_values_that_a_query_does_not_take(values: list[str], reason: str, project: Path, run: Run) -> None:
    result = run("query", project, "who-met-whom", *values)
    assert result.exit_code == 2 and reason in result.stderr and len(result.stderr.splitlines()) == 1


def test_ready_queries_are_listed(run: Run) -> None:
    result = run("query", "--list")
    assert result.exit_code == 0
    assert {"who-met-whom", "    Who met whom, and when?"} <= set(result.stdout.splitlines())


def test_a_query_may_be_a_file_and_ask_or_construct(project: Path, run: Run) -> None:
    (project / "own.rq").write_text("ASK { ?a eg:metWith ?b }")
    assert "true" in run("query", project, project / "own.rq").stdout
    triples = run("query", project, "CONSTRUCT { ?b eg:metWith ?a } WHERE { ?a eg:metWith ?b }").stdout
    assert "eg:metWith" in triples


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("no-such-query", "one of attacks, best-attested-events"),
        ("SELECT ?a WHERE {", "can't be answered"),
        ("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * FROM <http://localhost:9/> { ?s ?p ?o }", "FROM is refused"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is refused"),
    ],
)
def test_what_is_refused(query: str, reason: str, project: Path, run: Run) -> None:
    result = run("query", project, query)
    assert result.exit_code == 2 and reason in result.stderr and len(result.stderr.splitlines()) == 1


def test_without_a_project_there_is_no_answer(tmp_path: Path, run: Run) -> None:
    for path in (tmp_path, tmp_path / "none.ttl"):
        result = run("query", path, WHO)
        assert result.exit_code == 2 and str(path) in result.stderr


@pytest.mark.parametrize(
    ("ending", "start"), [("html", "<!DOCTYPE html>"), ("svg", "<svg "), ("csv", "a,b"), ("json", "[")]
)
def test_the_ending_of_a_file_tells_its_format(
    ending: str, start: str, project: Path, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / f"answer.{ending}"
    result = run("query", project, "SELECT ?a ?b { ?a eg:metWith ?b }", "-o", path)
    assert (result.exit_code, result.output) == (0, "")
    assert path.read_text("utf-8").startswith(start)


def test_a_ready_query_is_drawn_by_the_names_it_answers_with(project: Path, run: Run) -> None:
    page = run("query", project, "who-met-whom", "--since", "2021", "--format", "html").stdout
    assert "<h1>Who met whom, and when?</h1>" in page and "Jan Olsen" in page


def test_an_answer_without_two_things_is_no_picture(project: Path, tmp_path: Path, run: Run) -> None:
    result = run("query", project, "SELECT ?date { ?e eg:date ?date }", "-o", tmp_path / "answer.html")
    assert result.exit_code == 2 and "no row of the answer names two things to join" in result.stderr
    assert not (tmp_path / "answer.html").exists()
