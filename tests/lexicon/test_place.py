"""Regions and cities with their countries."""

from __future__ import annotations

import pytest
import rigour.territories as rigour

from eventgraph.lexicon import find_country, find_place, find_place_demonym
from eventgraph.lexicon.place import places
from eventgraph.lexicon.territory import territories


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Scotland", "gb", "nation"),
        ("Texas", "us", "state"),
        ("Gaza", "ps", "territory"),
        ("the Gaza Strip", "ps", "territory"),
        ("Crimea", "ua", "region"),
        ("Catalonia", "es", "region"),
        ("Mosul", "iq", "city"),
        ("Bavaria", "de", "state"),
        ("Kurdistan", "iq", "region"),
        ("Kashmir", None, "region"),
        ("New Jersey", "us", "state"),
    ],
)
def test_place_by_name(name: str, country: str | None, kind: str) -> None:
    found = find_place(name)
    assert found and (found.country, found.kind) == (country, kind)


def test_georgia_is_a_country_and_a_us_state() -> None:
    country, place = find_country("Georgia"), find_place("Georgia")
    assert country and country.code == "ge"
    assert place and (place.country, place.kind) == ("us", "state")


def test_small_letters_name_no_place() -> None:
    assert find_place("nice") is None and find_place_demonym("norman") is None


def test_demonyms_of_regions() -> None:
    scottish, texans = find_place_demonym("Scottish"), find_place_demonym("Texans")
    assert scottish and scottish.name == "Scotland" and texans and texans.name == "Texas"


def test_all_fifty_states_and_their_district_are_there() -> None:
    states = {each.qid for each in places() if each.country == "us" and each.qid}
    assert states == {t.qid for t in rigour.get_territories() if t.code.startswith("us-")}


def test_identifiers_are_those_of_rigour() -> None:
    known = {t.qid for t in rigour.get_territories()}
    assert [each.name for each in places() if each.qid and each.qid not in known] == []


def test_every_country_of_a_place_is_known() -> None:
    assert {each.country for each in places()} - {None} <= set(territories())
