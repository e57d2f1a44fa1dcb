"""Countries by name, demonym, capital and metonym."""

from __future__ import annotations

from collections import defaultdict

import pytest
import rigour.territories as rigour

from eventgraph.lexicon import (
    Territory,
    country_by_code,
    find_capital,
    find_country,
    find_demonym,
    find_metonym,
    find_organization,
    load,
)
from eventgraph.lexicon.key import is_acronym, make_key
from eventgraph.lexicon.territory import called, territories

NOT_PLACES = {"eu", "un", "ip", "zz"}  # the EU and the UN are organizations, the others no territory at all


def _name(found: Territory | None) -> str | None:
    return found.name if found else None


def test_every_territory_of_rigour_is_there_with_its_wikidata_item() -> None:
    theirs = {t.code: t.qid for t in rigour.get_territories() if "-" not in t.code} | {"x-so": None}
    ours = {code: each.qid for code, each in territories().items()}
    assert ours == {code: qid for code, qid in theirs.items() if code not in NOT_PLACES and qid}


def test_every_sovereign_state_has_a_capital_and_a_demonym() -> None:
    sovereign = [each for each in territories().values() if each.kind == "sovereign"]
    assert len(sovereign) >= 195
    assert [each.name for each in sovereign if not each.capital or not each.adjectives] == []


def test_dependencies_name_the_state_they_belong_to() -> None:
    for each in territories().values():
        if each.kind == "dependency" and each.code != "aq":
            assert each.parent and country_by_code(each.parent).kind == "sovereign", each.name


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("the US", "United States"),
        ("America", "United States"),
        ("U.S.'s", "United States"),
        ("UK", "United Kingdom"),
        ("Great Britain", "United Kingdom"),
        ("UAE", "United Arab Emirates"),
        ("DPRK", "North Korea"),
        ("Burma", "Myanmar"),
        ("Czechia", "Czech Republic"),
        ("ISRAEL", "Israel"),
        ("israel", "Israel"),
        ("Turkey", "Turkey"),
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Cote d’Ivoire", "Ivory Coast"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("The Gambia", "Gambia"),
        ("Georgia", "Georgia"),
        ("Holy See", "Vatican City"),
        ("Congo", "Democratic Republic of the Congo"),
        ("us", None),
        ("u.s.", None),
        ("turkey", None),
        ("chad", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_by_name(name: str, country: str | None) -> None:
    assert _name(find_country(name)) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Israeli", "Israel"),
        ("Egyptians", "Egypt"),
        ("British", "United Kingdom"),
        ("Britons", "United Kingdom"),
        ("South Korean", "South Korea"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Frenchmen", "France"),
        ("Polish", "Poland"),
        ("Dominican", "Dominican Republic"),
        ("Soviet", "Soviet Union"),
        ("polish", None),
        ("israeli", None),
        ("Martian", None),
    ],
)
def test_country_by_demonym(word: str, country: str | None) -> None:
    assert _name(find_demonym(word)) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Cairo", "Egypt"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Washington", "United States"),
        ("Washington, D.C.", "United States"),
        ("The Hague", "Netherlands"),
        ("Brasilia", "Brazil"),
        ("Moscow", "Russia"),
        ("cairo", None),
        ("Mosul", None),
    ],
)
def test_country_by_capital(name: str, country: str | None) -> None:
    assert _name(find_capital(name)) == country


@pytest.mark.parametrize(
    ("name", "organization", "code"),
    [
        ("Kremlin", "Kremlin", "ru"),
        ("the White House", "White House", "us"),
        ("Pentagon", "US Department of Defense", "us"),
        ("Downing Street", "Downing Street", "gb"),
        ("Elysee", "Élysée Palace", "fr"),
        ("Whitehall", None, "gb"),
    ],
)
def test_metonyms_stand_for_a_body_or_the_government(name: str, organization: str | None, code: str) -> None:
    found = find_metonym(name)
    assert found and (found.organization, found.territory.code) == (organization, code)


def test_a_metonym_stands_for_a_body_under_its_canonical_name() -> None:
    for seats in load("metonyms").values():
        for organization in seats.values():
            known = find_organization(organization)
            assert known is None or known.name == organization


def test_no_name_is_claimed_twice_unless_settled() -> None:
    settled = load("ambiguous")
    for kind in ("names", "demonyms", "capitals"):
        claims: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for each in territories().values():
            for name in called(each, kind):
                claims[make_key(name), is_acronym(name)].add(each.code)
        twice = {key for (key, _), codes in claims.items() if len(codes) > 1}
        assert twice == {make_key(name) for name in settled[kind]}, kind
