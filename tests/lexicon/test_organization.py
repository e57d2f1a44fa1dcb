"""Well-known bodies under their many names."""

from __future__ import annotations

from collections import defaultdict

import pytest

from eventgraph.lexicon import find_organization, load
from eventgraph.lexicon.key import is_acronym, make_key
from eventgraph.lexicon.organization import organizations
from eventgraph.lexicon.territory import territories


@pytest.mark.parametrize(
    ("name", "canonical", "kind", "country"),
    [
        ("UN", "United Nations", "international", None),
        ("U.N.", "United Nations", "international", None),
        ("WHO", "World Health Organization", "international", None),
        ("Nato", "NATO", "international", None),
        ("the State Department", "US Department of State", "ministry", "us"),
        ("Pentagon", "US Department of Defense", "ministry", "us"),
        ("FCO", "UK Foreign Office", "ministry", "gb"),
        ("Daesh", "Islamic State", "armed-group", None),
        ("ISIL", "Islamic State", "armed-group", None),
        ("al-Qa’ida", "al-Qaeda", "armed-group", None),
        ("IDF", "Israel Defense Forces", "military", "il"),
        ("Mossad", "Mossad", "intelligence", "il"),
        ("Dail", "Dáil Éireann", "parliament", "ie"),
        ("AFP", "Agence France-Presse", "media", "fr"),
        ("GOP", "Republican Party", "party", "us"),
        ("ICRC", "International Committee of the Red Cross", "ngo", None),
        ("The Times", "The Times", "media", "gb"),
    ],
)
def test_body_by_name(name: str, canonical: str, kind: str, country: str | None) -> None:
    found = find_organization(name)
    assert found and (found.name, found.kind, found.country) == (canonical, kind, country)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Russian Foreign Ministry", "Russian Foreign Ministry"),
        ("Egypt's foreign ministry", "Egyptian Foreign Ministry"),
        ("Egyptian Ministry of Foreign Affairs", "Egyptian Foreign Ministry"),
        ("Ministry of Defence of Ukraine", "Ukrainian Defense Ministry"),
        ("South Korean Defence Ministry", "South Korean Defense Ministry"),
    ],
)
def test_ministries_are_known_by_the_way_they_are_named(name: str, canonical: str) -> None:
    found = find_organization(name)
    assert found and (found.name, found.kind) == (canonical, "ministry")


@pytest.mark.parametrize(
    "name", ["who", "Sun", "Times", "Left", "Ministry", "Foreign Ministry", "the department", "Wagner", ""]
)
def test_everyday_words_are_no_bodies(name: str) -> None:
    assert find_organization(name) is None


def test_no_name_is_claimed_twice_unless_settled() -> None:
    claims: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for each in organizations():
        for name in (each.name, *each.aliases):
            claims[make_key(name), is_acronym(name)].add(each.name)
    twice = {key for (key, _), bodies in claims.items() if len(bodies) > 1}
    assert twice == {make_key(name) for name in load("ambiguous")["organizations"]}


def test_countries_are_known() -> None:
    assert {each.country for each in organizations()} - {None} <= set(territories())
