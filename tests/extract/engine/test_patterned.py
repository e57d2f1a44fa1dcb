"""Claims by rules alone: own types, rules of users for built-in types, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eventgraph.errors import PatternError
from eventgraph.extract.engine.patterned import Source, load_patterned, own_sources
from eventgraph.means import claims_of, own_rules
from eventgraph.model import Article, Claim

FUNDED = """\
claim: funded
arguments: {who: many, whom: many, from_place: one}
attributes: [form]
default: {require: [who, whom], from_place: prep(from)}
rules:
  funded:
    about: Norway funded Oxfam.
    trigger: {lemma: [fund, bankroll], pos: VERB}
    who: logical_subject
    whom: logical_object
  gave:
    about: Norway gave money to Oxfam.
    trigger: {lemma: [give], pos: VERB}
    who: subject
    whom: prep(to)
    if: {object: [money, fund]}
    set: {form: money}
  vowed:
    about: Norway pledged money to Oxfam.
    trigger: {lemma: [pledge], pos: VERB}
    who: subject
    whom: object > prep(to) | prep(to)
    set: {modality: planned}
"""
CALLED_ON = """\
claim: communication
rules:
  {name}:
    about: Blinken grilled Lavrov.
    trigger: {{lemma: [{lemma}], pos: VERB}}
    {sides}
    set: {{kind: {kind}}}
"""
SIDES = "from: subject\n    to: object"


def write(folder: Path, text: str, name: str = "own.yml") -> tuple[Source, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return own_rules(folder)


def claims(own: tuple[Source, ...], text: str, type: str) -> list[Claim]:
    found = claims_of(Article(id="a", text=text, published="2021-05-12"), own)
    return [claim for claim in found if claim.type == type]


def said(claim: Claim) -> dict[str, object]:
    names = {name: [entity.name for entity in found] for name, found in claim.arguments.items()}
    return {**names, **claim.attributes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway and Sweden funded Oxfam on Monday.",
            {"who": ["Norway", "Sweden"], "whom": ["Oxfam"], "date": "2021-05-10", "modality": "asserted"},
        ),
        (
            "Norway funded Oxfam from Geneva.",
            {"who": ["Norway"], "whom": ["Oxfam"], "from_place": ["Geneva"], "modality": "asserted"},
        ),
        (
            "Germany gave money to Oxfam.",
            {"who": ["Germany"], "whom": ["Oxfam"], "form": "money", "modality": "asserted"},
        ),
        ("Germany did not fund Oxfam.", {"who": ["Germany"], "whom": ["Oxfam"], "modality": "negated"}),
        (
            "Germany gave no money to Oxfam.",
            {"who": ["Germany"], "whom": ["Oxfam"], "form": "money", "modality": "negated"},
        ),
        (
            "Germany pledged money to Oxfam.",
            {"who": ["Germany"], "whom": ["Oxfam"], "modality": "planned"},
        ),
        (
            "Germany did not pledge money to Oxfam.",
            {"who": ["Germany"], "whom": ["Oxfam"], "modality": "negated"},
        ),
    ],
)
def test_a_type_of_its_own(tmp_path: Path, text: str, expected: dict[str, object]) -> None:
    assert [said(claim) for claim in claims(write(tmp_path, FUNDED), text, "funded")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Germany funded Germany.",  # nobody is on two sides
        "Officials funded companies.",  # nobody has a name
        "Germany gave books to Oxfam.",  # no money
        "Germany funded the idea.",  # nobody is funded
    ],
)
def test_what_makes_no_claim(tmp_path: Path, text: str) -> None:
    assert claims(write(tmp_path, FUNDED), text, "funded") == []


def test_evidence_is_the_sentence(tmp_path: Path) -> None:
    text = "It rained. Norway funded Oxfam."
    (claim,) = claims(write(tmp_path, FUNDED), text, "funded")
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote == "Norway funded Oxfam."
    assert claim.extractor == "funded/funded"


def test_a_rule_for_a_built_in_type(tmp_path: Path) -> None:
    own = write(tmp_path, CALLED_ON.format(name="grilled", lemma="grill", sides=SIDES, kind="spoke"))
    text = "Antony Blinken grilled Sergei Lavrov."
    assert claims((), text, "communication") == []
    (claim,) = claims(own, text, "communication")
    assert (claim.extractor, claim.attributes["kind"]) == ("communication/grilled", "spoke")


def test_a_rule_of_the_same_name_replaces_the_built_in_one(tmp_path: Path) -> None:
    own = write(tmp_path, CALLED_ON.format(name="phoned", lemma="buttonhole", sides=SIDES, kind="met"))
    text = "Antony Blinken phoned Sergei Lavrov."
    assert [claim.extractor for claim in claims((), text, "communication")] == ["communication/phoned"]
    assert claims(own, text, "communication") == []


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    before = write(tmp_path, FUNDED)
    (tmp_path / "own.yml").write_text(FUNDED.replace("fund, bankroll", "sponsor"), encoding="utf-8")
    os.utime(tmp_path / "own.yml", ns=(0, before[0].changed + 1))
    after = own_sources(tmp_path)
    assert claims(after, "Norway sponsored Oxfam.", "funded") and not claims(
        after, "Norway funded Oxfam.", "funded"
    )


def test_without_files_there_is_no_extractor() -> None:
    assert load_patterned(()) is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (FUNDED.replace("set: {form: money}", "flags: [odd]"), "only built-in rules have 'flags'"),
        (FUNDED.replace("modality: planned", "modality: hoped"), "one of asserted, planned"),
        (FUNDED.replace("form: money", "date: soon"), "set no date"),
        (FUNDED.replace("form: money", "form: yes"), "in quotes if it is yes, no or a date"),
        (FUNDED.replace("claim: funded", "claim: saying"), "'saying' need more than rules"),
        (FUNDED.replace("claim: funded", "claim: Funded By"), "small letters"),
        (FUNDED.replace("from_place", "evidence"), "'evidence' means something else"),
        (FUNDED.replace("{who: many, whom: many, from_place: one}", "{}"), "a claim needs an argument"),
        (CALLED_ON.format(name="x", lemma="x", sides=SIDES, kind="sang"), "kind to one of spoke, met, wrote"),
        ("claim: role\nrules: {x: {about: x, trigger: [x], person: subject}}", "'role' need more than rules"),
    ],
)
def test_what_rules_alone_cannot_do_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(PatternError, match=rf"own\.yml:\d+: .*{complaint}"):
        write(tmp_path, text)
