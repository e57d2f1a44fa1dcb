"""Short names lead back to full ones, and nobody else's."""

import pytest

from eventgraph.annotate.persons import link, parts, same_person


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Blinken", "Antony Blinken"),
        ("Tony Blinken", "Antony Blinken"),
        ("al-Jubeir", "Adel al-Jubeir"),
        ("Al-Jubeir", "Adel al-Jubeir"),
        ("Rivera Schatz", "Thomas Rivera Schatz"),
        ("J. Smith", "John Smith"),
        ("George Bush", "George W. Bush"),
        ("Berg", "Martin Berg Jr."),
        ("Berg Jr.", "Martin Berg Jr."),
        ("Martin Berg", "Martin Berg III"),
    ],
)
def test_same(short: str, full: str) -> None:
    assert same_person(parts(short), parts(full))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Laura Bush", "George Bush"),
        ("George H. Bush", "George W. Bush"),
        ("Blinken", "Hady Amr"),
        ("Michael Smith", "John Smith"),
        ("Martin Berg Sr.", "Martin Berg Jr."),
        ("Martin Berg", "Martin Berg Jr."),
        ("Berg Sr.", "Martin Berg Jr."),
    ],
)
def test_different(one: str, other: str) -> None:
    assert not same_person(parts(one), parts(other))


def test_link_to_the_nearest_before() -> None:
    assert link(["Ann Lee", "Bob Lee", "Lee", "Boris Johnson", "Boris", "Johnson"]) == [0, 1, 1, 3, 3, 3]


def test_a_short_name_stays_with_whom_it_named() -> None:
    assert link(["Ann Lee", "Lee", "Bob Lee", "Lee", "Bob"]) == [0, 0, 2, 0, 2]
    assert link(["Ann Lee", "Bob Lee", "Lee", "Ann Lee", "Lee"]) == [0, 1, 1, 0, 0]


def test_a_later_full_name_serves_too() -> None:
    assert link(["Blinken", "Antony Blinken"]) == [1, 1]
