"""Offices known by their holders."""

import pytest

from eventgraph.lexicon import office_country


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
