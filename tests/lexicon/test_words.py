"""The word lists of events hold what the guidelines name."""

from __future__ import annotations

import pytest

from eventgraph.lexicon import load, words


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("reporting.verbs.said", {"say", "tell", "announce", "warn"}),
        ("reporting.verbs.written", {"write", "tweet"}),
        ("reporting.verbs.denial", {"deny", "reject"}),
        ("reporting.prepositions", {"according to", "in the words of"}),
        ("communication.verbs.spoke", {"speak", "phone", "discuss"}),
        ("communication.nouns.met", {"summit", "meeting"}),
        ("communication.verbs.wrote", {"write", "email"}),
        ("attack.nouns", {"airstrike", "stabbing", "shelling"}),
        ("attack.weapons", {"rocket", "drone"}),
        ("casualty.killed.verbs", {"die", "kill"}),
        ("casualty.injured.adjectives", {"injured", "wounded"}),
        ("travel.verbs", {"visit", "arrive"}),
        ("numbers.bounds.at-least", {"at least", "more than"}),
    ],
)
def test_lists(path: str, expected: set[str]) -> None:
    assert expected <= words(path)


def test_vague_figures_follow_the_guidelines() -> None:
    vague = load("numbers")["vague"]
    assert (vague["dozens"], vague["hundreds"], vague["thousands"]) == (24, 200, 1000)


def test_a_figure_has_one_bound() -> None:
    phrases = [word for found in load("numbers")["bounds"].values() for word in found]
    assert len(phrases) == len(set(phrases))


def test_every_verb_of_communication_says_how_the_other_side_is_introduced() -> None:
    for verbs in load("communication")["verbs"].values():
        assert all(verbs.values())
