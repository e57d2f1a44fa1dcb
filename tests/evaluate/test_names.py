"""Names and titles: what counts as the same."""

import pytest

from eventgraph.evaluate.entity import GoldEntity
from eventgraph.evaluate.names import matches_name, words_of
from eventgraph.evaluate.titles import matches_title

BERG = GoldEntity("person", "Éva Maria Berg", ("Berg", "Ms Berg"))
TREASURY = GoldEntity("organization", "US Department of the Treasury", ("Treasury",))


def test_words_are_blind_to_case_accents_possessives_and_small_words() -> None:
    assert words_of("The U.S. Defence Ministry’s Łódź-Centre") == (
        "us",
        "defense",
        "ministry",
        "lodz",
        "center",
    )
    assert words_of("") == ()


@pytest.mark.parametrize("name", ["Berg", "President Berg", "Eva Berg", "Eva Maria BERG"])
def test_a_person_goes_by_the_last_name(name: str) -> None:
    assert matches_name(name, BERG)


@pytest.mark.parametrize("name", ["Eva", "Anna Berg", "Berg Olsen", "President", ""])
def test_other_people_are_others(name: str) -> None:
    assert not matches_name(name, BERG)


@pytest.mark.parametrize(
    ("name", "same"),
    [("Department of Treasury", True), ("treasury", True), ("US", False)],
)
def test_others_go_by_common_words(name: str, same: bool) -> None:
    assert matches_name(name, TREASURY) is same


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("defence minister", True),
        ("former defense minister", True),
        ("Norwegian defense minister", True),
        ("deputy defense minister", False),
        ("minister", False),
        ("", False),
    ],
)
def test_titles_are_offices(title: str, same: bool) -> None:
    assert matches_title(title, ["defense minister for the Arctic"], frozenset({"norwegian"})) is same
