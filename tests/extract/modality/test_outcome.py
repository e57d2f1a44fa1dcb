"""Golden cases of `tests/cases/modality.yml`: the trigger is in brackets, the heading is the answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
import yaml
from spacy.language import Language

from eventgraph.annotate import component
from eventgraph.extract.modality import combine, modality
from eventgraph.extract.modality.cues import CUES

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "modality.yml").read_text("utf-8"))


@cache
def pipeline() -> Language:
    """The language model alone: modality needs trees, no names."""
    assert component.make_model  # registers the component
    nlp = spacy.blank("en")
    nlp.add_pipe("eventgraph_model")
    return nlp


def sentences() -> list[tuple[str, str]]:
    return [(expected, text) for expected, texts in CASES.items() for text in texts]


def test_there_are_enough_cases() -> None:
    assert len(sentences()) >= 60 and set(CASES) == {"asserted", "planned", "possible", "negated"}


@pytest.mark.parametrize(("expected", "text"), sentences())
def test_modality(expected: str, text: str) -> None:
    start = text.index("[")
    doc = pipeline()(text.replace("[", "").replace("]", ""))
    trigger = next(token for token in doc if token.idx == start)
    assert modality(trigger) == expected, [(t.text, t.dep_, t.head.text) for t in doc]


def test_denial_of_a_denial_leaves_it_open() -> None:
    assert combine("negated", "negated") == "possible"


def test_a_plan_denied_is_no_event() -> None:
    assert combine("planned", "negated") == combine("possible", "negated") == "negated"


def test_a_cue_verb_has_one_modality() -> None:
    for name in ("verbs", "nouns", "attributes", "auxiliaries"):
        lists = yaml.safe_load(CUES.read_text("utf-8"))[name].values()
        listed = [word for words in lists for word in words]
        assert sorted(set(listed)) == sorted(listed), name
