"""Judgements are appended and taken back; the file is otherwise left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.errors import StoreError
from eventgraph.resolve.judgements import Judgement, Side, add_judgement, read_judgements, undo_judgement

SIDES = st.builds(Side, st.text(min_size=1, max_size=9), st.none() | st.text(min_size=1, max_size=9))
VERDICTS = st.sampled_from(["same", "different", "unsure"])
TYPES = st.sampled_from(["person", "organization"])
BY_HAND = b"# Ours\n- {verdict: same, type: person, one: {name: A B}, other: {name: C D}}  # sure\n"


@settings(deadline=None)
@given(st.lists(st.builds(Judgement, VERDICTS, TYPES, SIDES, SIDES), max_size=4), st.booleans())
def test_undo_restores_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, judgements: list[Judgement], by_hand: bool
) -> None:
    path = tmp_path_factory.mktemp("project") / "judgements.yml"
    if by_hand:
        path.write_bytes(BY_HAND)
    before = []
    for judgement in judgements:
        before.append(path.read_bytes() if path.exists() else None)
        add_judgement(path, judgement)
    assert read_judgements(path)[by_hand:] == tuple(judgements)
    for judgement in reversed(judgements):
        assert undo_judgement(path) == judgement
        assert (path.read_bytes() if path.exists() else None) == before.pop()


def test_without_a_file_there_are_none_and_nothing_to_take_back(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "judgements.yml") == ()
    with pytest.raises(StoreError, match="no judgement to take back"):
        undo_judgement(tmp_path / "judgements.yml")


@pytest.mark.parametrize("content", ["- {verdict: maybe}", "{", "- {verdict: same, colour: red}"])
def test_a_file_that_is_wrong_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "judgements.yml"
    path.write_text(content, "utf-8")
    with pytest.raises(StoreError, match="can't be used"):
        read_judgements(path)
