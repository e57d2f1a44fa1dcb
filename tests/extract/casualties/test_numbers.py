"""Figures in digits and words, and their bounds."""

from __future__ import annotations

import pytest
import spacy

from eventgraph.extract.casualties.numbers import figures


def read(text: str) -> list[tuple[int, str]]:
    doc = spacy.blank("en")(text)
    return [(one.value, one.bound) for one in figures(doc[:])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("53 people", (53, "exact")),
        ("2,300 lives", (2300, "exact")),
        ("1.5 million dead", (1_500_000, "exact")),
        ("twenty-one sailors", (21, "exact")),
        ("two hundred and six soldiers", (206, "exact")),
        ("two hundred thousand and five", (200_005, "exact")),
        ("a hundred men", (100, "exact")),
        ("8.123456789 billion people", (8_123_456_789, "exact")),
        ("half a dozen men", (6, "exact")),
        ("dozens of people", (24, "at-least")),
        ("tens of thousands of people", (10_000, "at-least")),
        ("at least three others", (3, "at-least")),
        ("no fewer than nine guards", (9, "at-least")),
        ("12 or more guards", (12, "at-least")),
        ("up to forty guards", (40, "at-most")),
        ("some 40 guards", (40, "about")),
        ("nearly fifty guards", (50, "about")),
    ],
)
def test_figure(text: str, expected: tuple[int, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old boy",
        "12 percent of them",
        "two thirds of them",
        "1.5 points",
        "10,5 million people",
        "1,2,3 people",
        "99999999999999999999999999 people",
        "90 trillion people",
    ],
)
def test_no_whole_number_of_things(text: str) -> None:
    assert read(text) == []


def test_figures_come_in_order_with_their_words() -> None:
    doc = spacy.blank("en")("More than ten died and six were hurt")
    assert [doc[one.start : one.end].text for one in figures(doc[:])] == ["More than ten", "six"]
