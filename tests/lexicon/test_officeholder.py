"""Offices known by their holders."""

import pytest

from eventgraph.lexicon import gender_of_holder, is_holders_name, office_country


@pytest.mark.parametrize(
    ("title", "name", "country"),
    [
        ("president", "Hollande", "France"),
        ("Prime Minister", "Erna Solberg", "Norway"),
        ("Secretary", "John Kerry", "United States"),
        ("secretary", "Ann Lee", None),
        ("president", "Merkel", None),
    ],
)
def test_a_holder_tells_the_country(title: str, name: str, country: str | None) -> None:
    found = office_country(title, name)
    assert (found and found.name) == country


@pytest.mark.parametrize(
    ("surname", "gender"),
    [("Merkel", "f"), ("Zelensky", "m"), ("Clinton", None), ("Xi", None), ("Angela Merkel", None)],
)
def test_a_surname_tells_the_gender_of_all_its_holders(surname: str, gender: str | None) -> None:
    assert gender_of_holder(surname) == gender


@pytest.mark.parametrize(
    ("name", "known"),
    [("Ramaphosa", True), ("Uhuru Kenyatta", True), ("Xi", True), ("Jinping", False), ("Lisbon", False)],
)
def test_holders_are_known_by_family_name_or_in_full(name: str, known: bool) -> None:
    assert is_holders_name(name) is known
