"""People decide which names are one; `explain` says why; `conflicts` lists what can't all be right."""

from __future__ import annotations

import json
from pathlib import Path
from string import ascii_lowercase

import pytest
from click.testing import CliRunner, Result

from eventgraph.cli import main
from eventgraph.graph import Graph
from eventgraph.model import Article, Claim
from eventgraph.resolve import read_judgements, resolve
from tests.cli.conftest import MET, TEXT
from tests.graph.factory import ANNA, CLEO, OMAR, RURITANIA, claim, communication, role
from tests.resolve.articles import tell


def run(*arguments: str | Path, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=answers)


def save(folder: Path, *claims: Claim) -> Path:
    articles = [
        Article(id=id, text=" ".join(id + letter for letter in ascii_lowercase), published="2021-05-12")
        for id in sorted({c.article for c in claims})
    ]
    resolved = resolve(claims, read_judgements(folder / "judgements.yml"))
    Graph(articles=tuple(articles), claims_all=resolved).save(folder)
    return folder


PREMIER = "prime minister/United Kingdom"
SAID = (
    tell("a", {"name": "Tony Blair", "office": PREMIER}),
    tell("b", {"name": "Anthony Blair", "office": PREMIER}),
    tell("c", {"name": "Blair"}),
    tell("d", {"name": "Cherie Blair"}),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return save(tmp_path / "project", *SAID)


def test_explain_says_which_names_where_why_and_what_speaks_against(project: Path) -> None:
    shown = run("explain", project, "anthony blair").output
    assert shown.startswith("Anthony Blair (person, person/anthony-blair)\n")
    assert "  Tony Blair: a\n" in shown
    assert "have given names of which one is short for the other" in shown
    assert "hold the same office (prime minister)" in shown
    assert "what stayed apart" in shown
    assert "Blair [c]" in shown


@pytest.mark.parametrize(
    "asked", ["person/cherie-blair", "https://w3id.org/eventgraph/id/person/cherie-blair"]
)
def test_explain_takes_ids_and_iris(project: Path, asked: str) -> None:
    assert run("explain", project, asked).output.startswith("Cherie Blair (person")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder as a build writes it, with one meeting."""
    Graph(articles=(Article(id="a", text=TEXT),), claims_all=(MET,)).save(tmp_path / "made")
    return tmp_path / "made"


def test_explain_tells_the_quotes_a_fact_rests_on(made: Path) -> None:
    event = run("query", made, "SELECT ?e { ?e a eg:Meeting }", "--format", "json").output
    iri = json.loads(event)[0]["e"]
    for asked in (
        iri,
        iri.replace("https://w3id.org/eventgraph/id/event/", "event:"),
        iri.partition("/id/")[2],
    ):
        shown = run("explain", made, asked).output
        assert shown.startswith("event:meeting-2021-05-11-") and "eg:Meeting)" in shown
        assert "  eg:date 2021-05-11\n" in shown and "  eg:modality eg:asserted\n" in shown
        assert (
            "  “Eva Berg met Jan Olsen in Oslo.”\n    a, characters 0 to 31; found by communication/verb"
            in shown
        )


def test_explain_knows_no_fact_of_that_name(made: Path) -> None:
    for asked in ("event/no-such-thing", "https://a b/", "eg:Meeting"):
        result = run("explain", made, asked)
        assert (result.exit_code, "nobody in" in result.output) == (2, True)


def test_explain_knows_nobody_of_that_name(project: Path) -> None:
    result = run("explain", project, "Nobody")
    assert result.exit_code == 2
    assert "nobody in" in result.output


def test_review_asks_of_uncertain_pairs_with_quotes_and_keeps_answers(project: Path) -> None:
    result = run("resolve", "review", project, answers="s\nq\n")
    assert "[c] a sentenc" in result.output
    (judged,) = read_judgements(project / "judgements.yml")
    assert judged.verdict == "same"
    again = run("resolve", "review", project, answers="q\n").output
    assert f"{judged.one.name} [" in result.output
    assert again.count(" of ") < result.output.count(" of ")


def test_judgements_win_in_the_next_build_and_undo_restores_every_byte(project: Path) -> None:
    files = ("claims.jsonl", "graph.ttl")
    before = {name: (project / name).read_bytes() for name in files}
    run("resolve", "review", project, answers="s\ns\nq\n")
    save(project, *SAID)
    assert (project / "graph.ttl").read_bytes() != before["graph.ttl"]
    assert [run("resolve", "undo", project).exit_code for _ in range(2)] == [0, 0]
    save(project, *SAID)
    assert {name: (project / name).read_bytes() for name in files} == before
    assert run("resolve", "undo", project).exit_code == 2


def test_apply_is_the_same_as_a_new_build(project: Path) -> None:
    run("resolve", "review", project, answers="s\nq\n")
    assert run("resolve", "apply", project).exit_code == 0
    applied = {name: (project / name).read_bytes() for name in ("claims.jsonl", "graph.ttl")}
    save(project, *SAID)
    assert {name: (project / name).read_bytes() for name in applied} == applied


def toll(article: str, count: int) -> Claim:
    told = {"effect": "killed", "bound": "exact", "group": "soldiers", "date": "2021-05-10"}
    return claim("casualties", {"place": RURITANIA}, article=article, count=count, **told)


def test_conflicts_stand_side_by_side_with_quotes(tmp_path: Path) -> None:
    folder = save(
        tmp_path / "project",
        communication("met", ANNA, OMAR),
        communication("met", ANNA, OMAR, "negated", article="a2"),
        toll("a1", 3), toll("a2", 5),
        role(ANNA, "president", country=RURITANIA), role(CLEO, "president", country=RURITANIA, article="a2"),
        communication("spoke", ANNA, CLEO),
        communication("spoke", ANNA, CLEO, article="a2", date="2021-05-11"),
    )  # fmt: skip
    shown = run("conflicts", folder).output
    for kind in (
        "denial: met: Anna Berg, Omar Haddad",
        "toll: soldiers killed in Ruritania",
        "holders: president",
        "date: spoke",
    ):
        assert kind in shown
    assert shown.endswith("(4 conflicts)\n")
    records = [json.loads(line) for line in run("conflicts", folder, "--json").output.splitlines()]
    assert {q["article"] for r in records for v in r["versions"] for q in v["quotes"]} == {"a1", "a2"}


def test_a_successor_is_no_rival(tmp_path: Path) -> None:
    held = (
        role(ANNA, "president", country=RURITANIA),
        role(CLEO, "president", country=RURITANIA, article="a2"),
    )
    folder = tmp_path / "project"
    articles = (
        Article(id="a1", text="x", published="2020-05-01"),
        Article(id="a2", text="x", published="2021-05-01"),
    )
    Graph(articles=articles, claims_all=resolve(held)).save(folder)
    assert run("conflicts", folder).output == "(0 conflicts)\n"
