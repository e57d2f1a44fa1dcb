"""Acronyms and shorter names of one body."""

from eventgraph.annotate.organizations import link, same_body


def test_acronym_and_last_part() -> None:
    assert same_body("NPP", "New Progressive Party")
    assert same_body("Foreign Ministry", "Iraqi Foreign Ministry")
    assert not same_body("Ministry", "Foreign Ministry of Iraq")


def test_link() -> None:
    assert link(["the Northern Harbour Authority", "NHA", "Labour Party"]) == [0, 0, 2]
