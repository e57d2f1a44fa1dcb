"""Names as the rules settle what the network found."""

from __future__ import annotations

import pytest

from eventgraph.annotate import annotate
from eventgraph.model import Article

PEOPLE = [
    ("President Moon Jae-in met Kim Jong-un.", ["Moon Jae-in", "Kim Jong-un"]),
    ("Park Won-shin, the mayor, flew home.", ["Park Won-shin"]),
    ('Police sergeant Jack "Ace" Miller was shot.', ['Jack "Ace" Miller']),
    ("Bashar al-Assad met a Donald Trump-backed banker.", ["Bashar al-Assad", "Donald Trump"]),
    ("Bishop Emeritus Tom Reed of York spoke.", ["Tom Reed"]),
    ("Prosecutor Kama Melly QC said so.", ["Kama Melly"]),
    ("He was elected mayor of the capital city by Ann Lowe.", ["Ann Lowe"]),
    ("Uhuru Kenyatta was welcomed by Cyril Ramaphosa.", ["Uhuru Kenyatta", "Cyril Ramaphosa"]),
    ("Shah Mahmood Qureshi, the minister, spoke.", ["Shah Mahmood Qureshi"]),
    ("He was born in Santos and lives near the Park.", []),
    ("He worked in Kings, Kern, Fresno and Tulare.", []),
]


def names(text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in annotate(Article(id="a", text=text)).ents]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people_are_named_in_full_and_no_more(text: str, people: list[str]) -> None:
    assert [name for name, label in names(text) if label == "person"] == people


def test_words_in_small_letters_are_no_name() -> None:
    assert not any(name.islower() for name, _ in names("He was elected mayor of the capital city."))


def test_an_acronym_is_a_body_though_it_is_a_pronoun_in_small_letters() -> None:
    assert ("WHO", "organization") in names("WHO spokesperson Ann Lowe spoke.")
    assert ("WHO", "organization") not in names("BREAKING: WHO WINS?")
