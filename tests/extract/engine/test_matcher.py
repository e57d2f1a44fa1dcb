"""Matches and misses on a tree written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import load_rules
from extract.trees import make_doc, texts

RULES = """\
claim: communication
default: {require: [from, to], place: "prep(in, at)"}
rules:
  spoke-with:
    about: Sullivan spoke with Kamel.
    trigger: {lemma: [speak], pos: [VERB]}
    from: subject
    to: prep(with)
    unless: {object: [tongue]}
    set: {kind: spoke}
  spoke-with-person:
    about: Sullivan spoke with Kamel.
    trigger: {lemma: speak}
    from: subject
    to: prep(with)
    if: {prep(with): {entity: person}}
"""
DOC = make_doc("""
Sullivan Sullivan PROPN NNP 2 nsubj B-person
spoke speak VERB VBD 0 root
with with ADP IN 4 case
Kamel Kamel PROPN NNP 2 obl B-person
in in ADP IN 6 case
Cairo Cairo PROPN NNP 2 obl B-place

Berg Berg PROPN NNP 2 nsubj B-person
spoke speak VERB VBD 0 root

Berg Berg PROPN NNP 2 nsubj B-person
spoke speak VERB VBD 0 root
the the DET DT 4 det
tongue tongue NOUN NN 2 obj
with with ADP IN 6 case
ease ease NOUN NN 2 obl
""")


@pytest.fixture
def matcher(tmp_path: Path) -> Matcher:
    path = tmp_path / "rules.yml"
    path.write_text(RULES, encoding="utf-8")
    return Matcher(load_rules((path,)))


def test_a_match_has_its_arguments_and_attributes(matcher: Matcher) -> None:
    first = next(matcher.matches(DOC))
    found = {name: texts(list(tokens)) for name, tokens in first.arguments.items()}
    assert found == {"from": ["Sullivan"], "to": ["Kamel"], "place": ["Cairo"]}
    assert first.attributes == {"kind": "spoke"} and first.trigger.i == 1


def test_every_rule_that_holds_is_given_in_order(matcher: Matcher) -> None:
    assert [m.rule.name for m in matcher.matches(DOC)] == ["spoke-with", "spoke-with-person"]


def test_a_trigger_without_a_required_argument_is_a_miss(matcher: Matcher) -> None:
    assert [(m.rule.name, m.trigger.i, m.missing) for m in matcher.misses(DOC)] == [
        ("spoke-with", 7, ("to",))
    ]
