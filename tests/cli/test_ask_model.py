"""A model server asked from the command line: beside the rules, and only if told to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib

import eventgraph as eg
from eventgraph.export.claims_jsonl import read_records
from tests.model_server import Model, Reply, model_server

from .conftest import Run

NEWS = {
    "denied": "Antony Blinken did not bump into Sergei Lavrov in Geneva.",
    "met": "Eva Berg met Jan Olsen in Oslo. Ann Lee bumped into Kim Park in Rome on Tuesday.",
}
PAIRS = {
    "Antony Blinken": "Sergei Lavrov",
    "Eva Berg": "Jan Olsen",
    "Ann Lee": "Kim Park",
    "Joe Biden": "Ann Lee",
}
DATED = ("--date", "2021-05-12")


def tell(passage: str) -> list[Any]:
    """What a bad model says of every article: that all it knows have met, denied or not, there or not."""
    found = []
    for one, other in PAIRS.items():
        quote = next((f"{part}." for part in passage.split(". ") if one in part), "They met.").replace(
            "..", "."
        )
        word = "met" if "met" in quote else "bump" if "not" in quote else "bumped"
        told = {"type": "communication", "quote": quote, "word": word, "modality": "asserted"}
        found.append({**told, "from": [one], "to": [other], "place": [], "kind": "met"})
    return found


def fail_on(word: str) -> Model:
    """A server that fails on articles with this word."""
    return lambda passage: Reply(b"", 500) if word in passage else tell(passage)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def told_by(project: Path) -> list[tuple[str, str, str]]:
    """Who is told with whom, as what, by a model server."""
    records = read_records((project / "claims.jsonl").read_bytes())
    asked = [one for one in records if one["extractor"].startswith("model:")]
    return [(one["from"][0]["name"], one["to"][0]["name"], one["modality"]) for one in asked]


TOLD = [("Antony Blinken", "Sergei Lavrov", "negated"), ("Ann Lee", "Kim Park", "asserted")]


def test_its_claims_stand_beside_those_of_the_rules(news: Path, tmp_path: Path, run: Run) -> None:
    with model_server(tell) as running:
        result = run("build", news, *DATED, "--ask-model", running.address, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    told = "2 new (quote not in the text 5, told already 1)"
    assert [line for line in result.stdout.splitlines() if line.startswith("model told")] == [
        f"model told    {told}"
    ]
    assert told_by(tmp_path / "out") == TOLD
    graph = rdflib.Graph().parse(tmp_path / "out" / "graph.ttl")
    met = "SELECT ?a ?b { ?x eg:metWith ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }"
    pairs = {frozenset(map(str, row)) for row in graph.query(met)}
    assert pairs == {frozenset({"Eva Berg", "Jan Olsen"}), frozenset({"Ann Lee", "Kim Park"})}
    names = {
        str(name) for name in graph.objects(None, rdflib.URIRef("https://w3id.org/eventgraph#extractor"))
    }
    assert "model:small-1/1" in names and "Joe Biden" not in graph.serialize()


def test_the_same_bytes_from_python_and_any_number_of_processes(news: Path, tmp_path: Path, run: Run) -> None:
    with model_server(tell, ("a", "b")) as running:
        options = ("--ask-model", running.address, "--model", "b")
        run("build", news, *DATED, *options, "--out", tmp_path / "one", "--quiet")
        files = sorted(map(str, news.iterdir()), reverse=True)
        graph = eg.build(files, date=DATED[1], workers=2, ask_model=running.address, model="b")
    graph.save(tmp_path / "two")
    assert told_by(tmp_path / "one") == TOLD and not graph.failures
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_an_article_it_fails_on_is_told_by_the_rules_and_named(news: Path, tmp_path: Path, run: Run) -> None:
    with model_server(fail_on("Oslo")) as running:
        result = run(
            "build", news, *DATED, "--ask-model", running.address, "--out", tmp_path / "out", "--json"
        )
    assert result.exit_code == 1
    assert f"met: was read by the rules alone, since the model server at {running.address}" in result.stderr
    assert "says 500" in result.stderr and len(result.stderr.splitlines()) == 1
    summary = json.loads(result.stdout)
    assert summary["model"] == {"new": 1, "quote not in the text": 3}
    assert [failure["source"] for failure in summary["failures"]] == ["met"]
    assert summary["claims"]["communication"] == 2 and told_by(tmp_path / "out") == TOLD[:1]
    assert not (tmp_path / "out" / "unread.jsonl").exists()


def test_without_the_option_nothing_changes(news: Path, tmp_path: Path, run: Run) -> None:
    result = run("build", news, *DATED, "--out", tmp_path / "out", "--json")
    assert "model" not in json.loads(result.stdout) and told_by(tmp_path / "out") == []
    refused = run("build", news, "--model", "b", "--out", tmp_path / "none")
    assert refused.exit_code == 2 and "--ask-model" in refused.stderr and not (tmp_path / "none").exists()


def test_a_corpus_that_grows(news: Path, tmp_path: Path, run: Run) -> None:
    """Whoever was not heard is asked the next time; whoever was is not; nobody is without the option."""
    project = tmp_path / "project"
    with model_server(fail_on("Oslo")) as running:
        first = run("add", project, news, *DATED, "--ask-model", running.address, "--json")
        assert first.exit_code == 1 and told_by(project) == TOLD[:1]
    with model_server(tell) as running:
        again = run("add", project, news, *DATED, "--ask-model", running.address, "--json")
        assert again.exit_code == 0 and running.passages == [NEWS["met"]] and told_by(project) == TOLD
        run("add", project, news, *DATED, "--quiet")
        run("rebuild", project, "--quiet")
        assert len(running.asked) == 1 and told_by(project) == TOLD
    assert "nothing; the files say" in run("status", project).stdout


def test_a_corpus_that_was_built_with_it_grows_with_it(news: Path, tmp_path: Path, run: Run) -> None:
    project = tmp_path / "project"
    (tmp_path / "more.txt").write_text("Nobody came.", encoding="utf-8")
    with model_server(tell) as running:
        asking = ("--ask-model", running.address, "--quiet")
        run("build", news, *DATED, *asking, "--out", project)
        refused = run("add", project, tmp_path / "more.txt", *DATED)
        assert refused.exit_code == 2 and "name it with --ask-model" in refused.stderr
        assert run("add", project, tmp_path / "more.txt", *DATED, *asking).exit_code == 0
    assert told_by(project) == TOLD


def test_rebuild_asks_about_all_that_was_not_asked_about(news: Path, tmp_path: Path, run: Run) -> None:
    project = tmp_path / "project"
    run("add", project, news, *DATED, "--quiet")
    assert told_by(project) == []
    with model_server(tell) as running:
        assert run("rebuild", project, "--ask-model", running.address, "--quiet").exit_code == 0
    assert told_by(project) == TOLD
