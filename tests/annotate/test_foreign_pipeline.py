"""A pipeline that can't stand in the place of our model is refused, with what it would need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from untaught_pipeline import NAMES, PENN, UNIVERSAL, write_untaught

from eventgraph.annotate import load
from eventgraph.annotate.foreign_pipeline import PROBE, find_pipeline
from eventgraph.errors import UsageError


def test_universal_dependencies_and_names_will_do(tmp_path: Path) -> None:
    nlp = load(write_untaught(tmp_path))
    assert nlp.pipe_names[0] == "eventgraph_foreign"
    assert nlp is load(str(tmp_path)) is not load()


@pytest.mark.parametrize(
    ("relations", "names", "language", "reason"),
    [
        (
            PENN,
            NAMES,
            "en",
            "of Universal Dependencies: its parser has no nsubj:pass, obj, obl, nmod, case",
        ),
        ((), NAMES, "en", "gives no tree: it needs a parser trained on Universal Dependencies"),
        (UNIVERSAL, (), "en", "finds no names of type person, organization, place"),
        (UNIVERSAL, ("PERSON", "DISEASE"), "en", "finds no names of type organization, place"),
        (UNIVERSAL, NAMES, "de", "reads 'de', but the rules read English"),
    ],
)
def test_what_lacks_something_is_refused(
    tmp_path: Path, relations: Sequence[str], names: Sequence[str], language: str, reason: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(reason)):
        load(write_untaught(tmp_path, relations, names, language))


def test_what_is_not_there_can_be_installed() -> None:
    with pytest.raises(UsageError, match="no pipeline 'en_none_such': pip install it, or name a folder"):
        load("en_none_such")
    with pytest.raises(UsageError, match="no pipeline ''"):
        load("")


def test_a_folder_that_holds_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be loaded"):
        load(str(tmp_path))


def test_our_own_has_a_name() -> None:
    assert find_pipeline("eventgraph") is find_pipeline(None) is None
    assert load("eventgraph") is load()


def test_all_that_is_needed_stands_in_the_probe() -> None:
    doc = load()(PROBE)
    assert {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "case"} <= {token.dep_ for token in doc}
    assert {"person", "organization", "place"} <= {ent.label_ for ent in doc.ents}
