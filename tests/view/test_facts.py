"""How a claim is told in one line, and its quote shown in its sentence."""

from __future__ import annotations

import pytest

from eventgraph.graph import Graph
from eventgraph.model import Entity, Evidence
from eventgraph.view.drawing import load_drawing
from eventgraph.view.facts import CONTEXT, context, make_fact

from .factory import make_article, make_claim

DRAWING = load_drawing()


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinken: secretary of state, State Department, United States",
        "Antony Blinken met Gabi Ashkenazi and Benny Gantz",
        "Abdel Fattah el-Sisi met Antony Blinken in Cairo",
        "Antony Blinken told (to Gabi Ashkenazi): “We want both sides to step back”",
        "Joe Biden and Vladimir Putin visited Geneva",
        "Hamas: attack on Israel (rockets)",
        "Israel: attack in Gaza Strip (air strikes)",
        "at least 35 people killed in Gaza Strip, according to United Nations",
    ],
)
def test_a_claim_in_words(graph: Graph, text: str) -> None:
    places = {article.id: (0, article) for article in graph.articles}
    assert text in [make_fact(claim, places, DRAWING).text for claim in graph.claims_all]


def test_what_the_text_does_not_give_is_left_out() -> None:
    article = make_article("a", "12 were hurt.")
    place = Entity("place/oslo", "Oslo", "place")
    claim = make_claim(
        article, "casualties", "12 were hurt", place=place, effect="injured", count=12, bound="exact"
    )
    assert make_fact(claim, {"a": (0, article)}, DRAWING).text == "12 injured in Oslo"


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("One. Then Ann met Bob in Oslo. Three.", "Ann met Bob", "Then ", " in Oslo."),
        ("A line\nAnn met Bob\nanother line", "Ann met Bob", "", ""),
        ("Ann met Bob. Next.", "Ann met Bob.", "", ""),
        ("Ann met Bob", "Ann met Bob", "", ""),
    ],
)
def test_a_quote_in_its_sentence(text: str, quote: str, before: str, after: str) -> None:
    start = text.index(quote)
    assert context(text, Evidence("a", start, start + len(quote), quote, 0)) == (before, after)


def test_long_sentences_are_cut_at_a_word() -> None:
    text = "word " * 100 + "QUOTE" + " word" * 100
    before, after = context(text, Evidence("a", 500, 505, "QUOTE", 0))
    assert before.startswith("… word") and after.endswith("word …")
    assert len(before) <= CONTEXT + 2 and len(after) <= CONTEXT + 2
