"""Rules from the command line: listed, tried on a sentence, audited on articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def test_every_rule_is_listed_with_triggers_and_example(run: Run) -> None:
    lines = run("rules", "--extractors", EXAMPLES).stdout.splitlines()
    rules = {line.split()[0]: line for line in lines}
    assert "communication/spoke-with" in rules and "statement/said" in rules and "role/is" in rules
    assert "blacklist, sanction" in rules["sanctioned/sanctioned"]
    assert rules["sanctioned/imposed"].endswith("Canada imposed sanctions on Iran.")
    assert not any(line.startswith("sanctioned/") for line in run("rules").stdout.splitlines())


def test_a_sentence_is_tried(run: Run) -> None:
    result = run(
        "rules", "try", "Canada sanctioned Iran on Monday.", "--extractors", EXAMPLES, "--date", "2021-05-12"
    )
    assert (
        result.stdout
        == """\
sanctioned (sanction)  root   VERB
├─ Canada              nsubj  PROPN  → Canada (country)
├─ Iran                obj    PROPN  → Iran (country)
└─ Monday              obl    PROPN
   └─ on               case   ADP

Monday = 2021-05-10

+ sanctioned/sanctioned at 'sanctioned': claim
    who   Canada → Canada (country)   [logical_subject]
    whom  Iran → Iran (country)   [logical_object]

= sanctioned (sanctioned/sanctioned)  who: Canada; whom: Iran; date: 2021-05-10; modality: asserted
"""
    )


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "Canada imposed taxes on Iran.",
            "sanctioned/imposed at 'imposed': if 'logical_object' does not hold",
        ),
        ("Canada imposed sanctions.", "sanctioned/imposed at 'imposed': no whom"),
        ("Canada sanctioned the plan.", "at 'sanctioned': whom (plan) names nobody and nothing known"),
        ("Angela Merkel called the talks off.", "communication/called at 'called': unless "),
    ],
)
def test_why_there_is_no_claim(sentence: str, reason: str, run: Run) -> None:
    result = run("rules", "try", sentence, "--extractors", EXAMPLES)
    assert result.exit_code == 0 and f"- {reason}" in result.stdout.replace(
        "- sanctioned/sanctioned at", "- at"
    )
    assert result.stdout.endswith("no claim\n")


def test_what_makes_no_sense_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("rules", "try", "Canada sanctioned Iran.", "--date", "soon").exit_code == 2
    result = run("rules", "--extractors", tmp_path)
    assert result.exit_code == 2 and "no *.yml file there" in result.stderr


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Canada sanctioned Iran. Japan sanctioned the plan.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Norway imposed sanctions.\n", encoding="utf-8")
    return folder


def test_triggers_without_a_claim_are_counted(articles: Path, run: Run) -> None:
    options = ("--extractors", EXAMPLES, "--date", "2021-05-12", "--rule", "sanctioned")
    result = run("rules", "audit", articles, *options)
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["rule", "fired", "no", "claim"],
        ["sanctioned/sanctioned", "2", "1"],
        ["sanctioned/imposed", "1", "1"],
    ]
    listed = run("rules", "audit", articles, *options, "--sentences").stdout.splitlines()
    assert listed[:4] == [
        "a  sanctioned/sanctioned at 'sanctioned': whom (plan) names nobody and nothing known",
        "    Japan sanctioned the plan.",
        "b  sanctioned/imposed at 'imposed': no whom",
        "    Norway imposed sanctions.",
    ]


def test_an_audit_is_the_same_in_any_number_of_processes(articles: Path, run: Run) -> None:
    options = (articles, "--extractors", EXAMPLES, "--date", "2021-05-12", "--json")
    alone, together = (run("rules", "audit", *options, "--workers", n).stdout for n in (1, 2))
    assert alone == together
    records = [json.loads(line) for line in alone.splitlines()]
    assert (records[0]["article"], records[0]["rule"]) == ("a", "sanctioned/sanctioned")
    assert [bool(r["reason"]) for r in records] == [False, True, True]
