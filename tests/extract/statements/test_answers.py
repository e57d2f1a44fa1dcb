"""Which paragraphs are answers, and whose."""

from __future__ import annotations

import pytest

from eventgraph.annotate import annotate
from eventgraph.extract.statements.answers import find_answers
from eventgraph.model import Article

OPENING = "Marta Holm leads the harbour. Reuters met her in Bergen.\n\n"


@pytest.mark.parametrize(
    ("interview", "expected"),
    [
        (
            "Reuters: Safe?\n\nMarta Holm: It is quite safe.\n\nReuters: Why?\n\nHolm: We tried it twice.",
            2,
        ),
        ("((Reuters)) Is it safe?\n\n((Marta Holm)) It is quite safe.\n\n((Holm)) We tested it twice.", 2),
        ("Reuters: Is it safe?\n\nMH: It is safe now.\n\nReuters: Really?", 1),
        ("Marta Holm: It is quite safe.\n\nThe ferry sailed.", 0),  # one label makes no interview
        ("Image: Lars Lund took it.\n\nPhoto: Lars Lund took it.\n\nMap: Lars Lund drew it.", 0),
        ("Reuters: A.\n\nMarta Holm: Yes.\n\nReuters: B.", 0),  # no sentence
    ],
)
def test_answers(interview: str, expected: int) -> None:
    found = find_answers(annotate(Article(id="a", text=OPENING + interview)))
    assert [one.speaker.entity.name for one in found] == ["Marta Holm"] * expected
