"""Where quotations begin and end, whatever the marks."""

from __future__ import annotations

import pytest
import spacy

from eventgraph.extract.statements.quotations import find_quotations

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said, "and win."', ["We stay,", "and win."]),
        ("‘We stay,’ she said of the ship’s crew.", ["We stay,"]),
        ("The ship's crew and the miners' sons stayed.", []),
        ("“He said ‘stay’ to us,” she said.", ["He said ‘stay’ to us,"]),
        ("“We stay.\n\n“We win,” she said.", ["We stay.\n\n“We win,"]),  # opened again, closed once
        ("“We stay.\n\nThe ship left.", ["We stay."]),  # never closed: ends with its paragraph
        ("She said:\n\nWe stay.\n\nWe win.\n\nThe ship left.", ["We stay.\n\nWe win."]),
        ("The crew:\n\n“We stay.”", ["We stay."]),
        ("A 6' man, a 12\" pipe.", []),
    ],
)
def test_words_between_the_marks(text: str, expected: list[str]) -> None:
    doc = NLP(text)
    assert [one.words(doc).text.strip() for one in find_quotations(doc)] == expected
