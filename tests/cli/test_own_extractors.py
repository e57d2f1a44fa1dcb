"""The worked example of docs/extractors.md, as a user would run it: one YAML file, own sentences, rdflib."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

import eventgraph as eg
from eventgraph.store import EXTRA, open_project

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
NEWS = {
    "asserted": "The United States sanctioned Viktor Petrov on Monday. Canada imposed sanctions on Iran.",
    "planned": "The European Union will impose sanctions on Russia on Friday.",
    "negated": "Japan did not sanction Myanmar. Norway imposed no sanctions on Turkey.",
}
BASE = "https://w3id.org/eventgraph/id/"
OWN = rdflib.Namespace(f"{BASE}own/")
EG = rdflib.Namespace("https://w3id.org/eventgraph#")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(news: Path, tmp_path: Path, run: Run) -> Path:
    result = run(
        "build", news, "--extractors", EXAMPLES, "--date", "2021-05-12", "--out", tmp_path / "output"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sanctioned 5" in result.stdout and EXTRA in result.stdout
    return tmp_path / "output"


def pairs(graph: rdflib.Graph, modality: str) -> list[tuple[str, str]]:
    rows = graph.query(f"""
        SELECT ?who ?whom {{ ?e a own:Sanctioned, eg:Event ; own:sanctioned-who/rdfs:label ?who ;
            own:sanctioned-whom/rdfs:label ?whom ; eg:modality eg:{modality} ; eg:evidence/oa:exact ?quote }}
        ORDER BY ?who""")
    return [(str(who), str(whom)) for who, whom in rows]


def test_the_graph_holds_what_was_done_planned_and_denied(built: Path) -> None:
    graph = rdflib.Graph().parse(built / "graph.ttl")
    assert pairs(graph, "asserted") == [("Canada", "Iran"), ("United States", "Viktor Petrov")]
    assert pairs(graph, "planned") == [("European Union", "Russia")]
    assert pairs(graph, "negated") == [("Japan", "Myanmar"), ("Norway", "Turkey")]


def test_what_is_asserted_alone_is_a_plain_triple(built: Path) -> None:
    graph = rdflib.Graph().parse(built / "graph.ttl")
    found = graph.subject_objects(OWN.sanctioned)
    plain = {(str(a).removeprefix(BASE), str(b).removeprefix(BASE)) for a, b in found}
    assert plain == {("country/canada", "country/iran"), ("country/united-states", "person/viktor-petrov")}
    assert (OWN.Sanctioned, rdflib.RDFS.subClassOf, EG.Event) in graph


def test_a_query_needs_no_prefixes(built: Path, run: Run) -> None:
    result = run("query", built, "SELECT ?whom { country:canada own:sanctioned ?whom }", "--format", "json")
    assert json.loads(result.stdout) == [{"whom": f"{BASE}country/iran"}]


def test_claims_are_in_a_file_of_their_own(built: Path) -> None:
    assert (built / "claims.jsonl").read_bytes() == b""
    records = [json.loads(line) for line in (built / EXTRA).read_text("utf-8").splitlines()]
    first = next(record for record in records if record["article"] == "asserted")
    assert (first["type"], first["date"], first["modality"]) == ("sanctioned", "2021-05-10", "asserted")
    assert first["who"] == [{"id": "country/united-states", "name": "United States", "type": "country"}]
    for claim in open_project(built).claims:
        assert NEWS[claim.article][claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert [record["id"] for record in records] == [claim.id for claim in open_project(built).claims]


def test_the_page_shows_them(built: Path) -> None:
    page = (built / "graph.html").read_text("utf-8")
    assert "Viktor Petrov" in page and "United States sanctioned Viktor Petrov" in page


def test_the_same_bytes_from_python_in_any_order_and_number_of_processes(
    news: Path, built: Path, tmp_path: Path
) -> None:
    files = sorted(map(str, news.iterdir()), reverse=True)
    eg.build(files, extractors=EXAMPLES, date="2021-05-12", workers=2).save(tmp_path / "again")
    for path in built.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_a_build_without_them_leaves_none_behind(news: Path, built: Path, run: Run) -> None:
    run("build", news, "--date", "2021-05-12", "--out", built, "--quiet")
    assert not (built / EXTRA).exists() and "own:Sanctioned" not in (built / "graph.ttl").read_text("utf-8")


def test_a_mistake_is_named_with_its_line(news: Path, tmp_path: Path, run: Run) -> None:
    rules = (
        (EXAMPLES / "sanctioned.yml").read_text("utf-8").replace("whom: logical_object", "whom: object_of")
    )
    (tmp_path / "own.yml").write_text(rules, encoding="utf-8")
    result = run("build", news, "--extractors", tmp_path, "--out", tmp_path / "output")
    assert result.exit_code == 2 and "own.yml:" in result.stderr and "no step 'object_of'" in result.stderr
    assert not (tmp_path / "output").exists()


def test_the_page_of_the_docs_shows_this_file() -> None:
    docs = (EXAMPLES.parent / "extractors.md").read_text("utf-8")
    shown = docs.partition("```yaml\n")[2].partition("```")[0]
    assert (EXAMPLES / "sanctioned.yml").read_text("utf-8").partition("\n")[2] == shown
