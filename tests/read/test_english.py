"""English or not: by stop words, in doubt English."""

import pytest

from eventgraph.read.english import is_english

ENGLISH = [
    "US President Joe Biden met Russian President Vladimir Putin in Geneva on Wednesday.",
    "Jean-Yves Le Drian phoned Josep Borrell.",
    "Ursula von der Leyen hosted Luiz Inácio Lula da Silva.",
    "Talks.",
]
OTHER = [
    "Der Außenminister traf am Dienstag in Berlin seinen Kollegen und sprach mit ihm über die Lage.",
    "Le ministre a rencontré mardi à Paris son homologue allemand pour parler de la guerre.",
    "El ministro se reunió el martes en Madrid con su homólogo francés para hablar de la guerra.",
    "De minister sprak dinsdag in Den Haag met zijn Duitse collega over de oorlog.",
    "Министр встретился во вторник с коллегой.",
    "外交部长会见了他的同行",
    "التقى وزير الخارجية نظيره",
    "Külügyminiszter " * 50,
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHER)
def test_other(text: str) -> None:
    assert not is_english(text)
