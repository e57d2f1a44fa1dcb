"""Title nouns, when an office is held, and what a title implies."""

from __future__ import annotations

import msgspec
import pytest

from eventgraph.lexicon import (
    find_organization,
    full_title,
    implied_country,
    implied_organization,
    is_not_title,
    is_relational,
    is_title_head,
    load,
    tenure_of,
    words,
)
from eventgraph.lexicon.title import Implied


@pytest.mark.parametrize(
    "word", ["president", "Spokesmen", "secretaries", "envoys", "Gen.", "Sen", "MP", "PM", "Taoiseach"]
)
def test_title_heads(word: str) -> None:
    assert is_title_head(word)


@pytest.mark.parametrize(
    "word", ["man", "victims", "father", "brother", "news", "Monday", "private", "democrat"]
)
def test_other_nouns_are_no_titles(word: str) -> None:
    assert not is_title_head(word)


def test_people_without_office() -> None:
    assert is_not_title("teenager") and is_not_title("wife") and not is_not_title("minister")
    assert not words("titles.heads") & words("titles.not_titles")


def test_there_are_enough_heads() -> None:
    assert len(words("titles.heads")) > 350
    assert is_relational("head") and is_relational("president") and not is_relational("minister")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("former", "former"),
        ("Ex", "former"),
        ("then-", "former"),
        ("acting", "acting"),
        ("interim", "acting"),
        ("elect", "elect"),
        ("incoming", "elect"),
        ("outgoing", "current"),
        ("red", None),
    ],
)
def test_tenure(word: str, status: str | None) -> None:
    assert tenure_of(word) == status


def test_each_word_of_tenure_has_one_status() -> None:
    lists = load("titles")["tenure"].values()
    assert sum(map(len, lists)) == len({word for found in lists for word in found})


def test_abbreviations_are_spelt_out() -> None:
    assert [full_title(t) for t in ("Lt. Gen.", "Sen.", "CEO", "envoy")] == [
        "lieutenant general",
        "senator",
        "chief executive officer",
        "envoy",
    ]


@pytest.mark.parametrize(
    ("title", "country", "organization"),
    [
        ("Secretary of State", "United States", "US Department of State"),
        ("secretary of state", None, "US Department of State"),
        ("secretary of state", "United Kingdom", None),
        ("defense secretary", "US", "US Department of Defense"),
        ("foreign secretary", "United Kingdom", "UK Foreign Office"),
        ("senator", "United States", "US Senate"),
        ("senator", "Nigeria", "Senate"),
        ("MP", None, "Parliament"),
        ("MP", "United Kingdom", "House of Commons"),
        ("pope", None, "Catholic Church"),
        ("envoy", None, None),
    ],
)
def test_implied_organization(title: str, country: str | None, organization: str | None) -> None:
    assert implied_organization(title, country) == organization


def test_implied_bodies_bear_their_canonical_names() -> None:
    for each in msgspec.convert(load("titles")["implied_organizations"], list[Implied]):
        known = find_organization(each.organization)
        assert each.generic or (known and known.name == each.organization), each.organization


def test_implied_country() -> None:
    ireland = implied_country("Taoiseach")
    assert ireland and ireland.name == "Ireland" and implied_country("president") is None
