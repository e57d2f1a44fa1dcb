"""Printed lines to paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.read.wrapped import Printed, unwrap

WORD = st.sampled_from(
    ["the", "minister", "met", "her", "colleague", "in", "oslo", "for", "talks", "on", "trade"]
)
WORDS = st.lists(WORD, min_size=1)


def printed(*pages: str) -> list[list[Printed]]:
    return [[Printed(line) for line in page.split("\n")] for page in pages]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("The talks of the govern-\nment were useful.", "The talks of the government were useful."),
        ("A long-\nawaited visit to the town.", "A long-awaited visit to the town."),
        ("The vice-\npresident met the presi-\ndent there.", "The vice-president met the president there."),
        (
            "President Abdel Fattah el-\nSisi came to the town.",
            "President Abdel Fattah el-Sisi came to the town.",
        ),
        ("The border-\nland. A border-land is theirs.", "The border-land. A border-land is theirs."),
        ("The talks of the govern\xad\nment were use\xadful.", "The talks of the government were useful."),
    ],
)
def test_words_at_line_ends_are_made_whole(lines: str, text: str) -> None:
    assert unwrap(printed(lines)) == text


def test_a_short_line_ends_a_paragraph_unless_the_sentence_goes_on() -> None:
    first = "The first paragraph has a line that is full\nand ends."
    page = f"{first}\nThe second one has\na picture beside it that is wide."
    assert unwrap(printed(page)).split("\n") == [
        "The first paragraph has a line that is full and ends.",
        "The second one has a picture beside it that is wide.",
    ]


def test_letters_of_another_size_are_a_headline() -> None:
    lines = [
        Printed("Ministers meet in Oslo for the talks", 18),
        Printed("The minister of Norland met her colleague", 10),
    ]
    assert unwrap([lines]).count("\n") == 1


def test_headers_and_numbers_of_pages_are_left_out_and_paragraphs_go_on_over_them() -> None:
    body = "The minister of Norland met her colleague from\nthe south, and they spoke of trade and fish and"
    pages = [f"THE DAILY {number}\n{body}\n- {number} -" for number in range(1, 4)]
    text = unwrap(printed(*pages))
    assert "DAILY" not in text and not any(letter.isdigit() for letter in text) and "\n" not in text


@settings(deadline=None)
@given(WORDS, st.integers(20, 60))
def test_a_paragraph_is_the_same_however_wide_it_was_printed(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert unwrap(printed("\n".join(textwrap.wrap(text, width)))) == text
