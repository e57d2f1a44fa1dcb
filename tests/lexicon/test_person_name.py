"""Honorifics, gender and pet forms."""

from __future__ import annotations

import pytest

from eventgraph.lexicon import (
    gender_of,
    gender_of_noun,
    is_honorific,
    load,
    same_given_name,
    strip_honorifics,
)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ms Kim Doe", "f"),
        ("Mr. Kim Doe", "m"),
        ("Angela Merkel", "f"),
        ("Benny Gantz", "m"),
        ("Dr Angela Roe", "f"),
        ("Rt Hon Sir Alan Roe", "m"),
        ("Kim Doe", None),
        ("said Angela", None),
        ("", None),
    ],
)
def test_gender(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_gender_of_nouns() -> None:
    assert (gender_of_noun("spokeswoman"), gender_of_noun("King"), gender_of_noun("minister")) == (
        "f",
        "m",
        None,
    )


def test_a_given_name_has_one_gender() -> None:
    names = load("given_names")
    assert not set(names["f"]) & set(names["m"])
    assert len(names["f"]) + len(names["m"]) > 800


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tony", "Anthony"),
        ("Antony", "Tony"),
        ("Bill", "William"),
        ("Billy", "Bill"),
        ("Mohamed", "Muhammad"),
        ("Vova", "Volodymyr"),
        ("Sasha", "Oleksandr"),
        ("Bibi", "Benjamin"),
        ("José", "Jose"),
    ],
)
def test_same_given_name(a: str, b: str) -> None:
    assert same_given_name(a, b) and same_given_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("Alan", "Albert"), ("Bob", "Bill"), ("Tony", "Bill"), ("Edward", "Theodore")]
)
def test_different_given_names_stay_apart(a: str, b: str) -> None:
    assert not same_given_name(a, b)


def test_honorifics() -> None:
    assert is_honorific("Mrs.") and is_honorific("His Excellency")
    assert not is_honorific("mr") and not is_honorific("He") and not is_honorific("Minister")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Rt Hon Sir Alan Roe MP", "Alan Roe"),
        ("Mr. Doe", "Doe"),
        ("Jane Doe, PhD", "Jane Doe"),
        ("John Doe Jr.", "John Doe"),
        ("Sir", "Sir"),
        ("", ""),
    ],
)
def test_strip_honorifics(name: str, plain: str) -> None:
    assert strip_honorifics(name) == plain
