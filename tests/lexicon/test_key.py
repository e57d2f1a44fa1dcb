"""How spellings of a name are compared."""

from __future__ import annotations

import pytest

from eventgraph.lexicon.key import Names, is_acronym, make_key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Côte-d’Ivoire's", "cote d'ivoire"),
        ("U.S.", "US"),
        ("São Tomé", "Sao Tome"),
        ("Łódź", "Lodz"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Washington, D.C.", "Washington DC"),
        ("  Iran ", "Iran"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert make_key(a) == make_key(b)


def test_acronyms() -> None:
    assert is_acronym("U.S.") and is_acronym("the UAE") and not is_acronym("Us") and not is_acronym("I")


def test_acronyms_need_capitals_and_articles_stay_where_they_belong() -> None:
    names = Names([("WHO", 1), ("The Sun", 2), ("Iran", 3)])
    assert [names.get(n) for n in ("WHO", "who", "the WHO", "The Sun", "the Sun", "Sun", "the Iran")] == [
        1,
        None,
        1,
        2,
        2,
        None,
        3,
    ]
