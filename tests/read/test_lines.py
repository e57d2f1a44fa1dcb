"""Lines of a pasted page: what they are, and that nothing moves."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.read import Dateline, find_dateline, label_lines

PAGE = """\
Envoys resume talks in Oslo
By Jane Doe and John Roe | Example Post
Updated: 12 May 2021, 10:35 GMT
Photo: Ann Example/Getty Images
The two ministers at the airport. (Photo: J. Roe)
OSLO, May 11 (Reuters) — The ministers met on Tuesday, an official said.
Read more: What the envoys want.
• At least two meetings are planned.
A short history
“We spoke for an hour,” Ms Berg said:
Share this
Subscribe to our newsletter today.
The delegation is expected to leave on Friday morning.
One thought on “Envoys resume talks”
A reader said the minister met her."""

KINDS = ["headline", "byline", "boilerplate", "credit", "caption", "prose", "boilerplate", "prose"]
KINDS += ["headline", "prose", "boilerplate", "boilerplate", "prose", "boilerplate", "boilerplate"]


def test_lines_of_a_pasted_page() -> None:
    lines = label_lines(PAGE)
    assert [line.kind for line in lines] == KINDS
    assert [PAGE[line.start : line.end] for line in lines] == PAGE.split("\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Doe, correspondent in Paris", "byline"),
        ("By our diplomatic correspondent in Vienna", "byline"),
        ("File photo", "credit"),
        ("Ann Example/AFP", "credit"),
        ("Additional reporting by John Roe in Geneva", "credit"),
        ("The envoy, left, with his counterpart (AP/Ann Example)", "caption"),
        ("Tuesday, May 11, 2021", "boilerplate"),
        ("We use cookies to make this site work.", "boilerplate"),
        ("Comments are closed.", "boilerplate"),
        ("Facebook Twitter Email", "boilerplate"),
        ("https://example.org/a", "boilerplate"),
        ("5 min read", "boilerplate"),
        ("By Tuesday the ministers had met.", "prose"),
        ("By John Roe the envoy was called a friend.", "prose"),
        ("Jane Doe, a reporter, met the envoy in Paris.", "prose"),
        ("Sources said the ministers met.", "prose"),
        ("Comments by the minister were welcomed.", "prose"),
        ("Photos showed the envoy in Paris.", "prose"),
        ("Share prices fell.", "prose"),
        ("further joint action in the region", "prose"),
    ],
)
def test_one_line_above_prose(line: str, kind: str) -> None:
    prose = "The minister met her Swedish counterpart in Oslo."
    assert [found.kind for found in label_lines(f"  {line} \n\n{prose}")] == [kind, "prose"]


def test_a_page_of_sources_ends_the_prose() -> None:
    text = "The two ministers met in Oslo on Tuesday.\nSources\nJane Doe. The minister met him. Example Post"
    assert [line.kind for line in label_lines(text)] == ["prose", "boilerplate", "boilerplate"]


def test_a_text_without_full_stops_has_no_headline() -> None:
    assert [line.kind for line in label_lines("Jake Sullivan spoke with Abbas Kamel on Tuesday")] == ["prose"]


@given(st.text(st.sampled_from("aB .\n•:“—(/)1"), max_size=80))
def test_lines_are_in_order_and_hold_all_that_is_not_space(text: str) -> None:
    lines = label_lines(text)
    assert " ".join(text[line.start : line.end] for line in lines).split() == text.split()
    assert all(a.end < b.start for a, b in pairwise(lines))


@pytest.mark.parametrize(
    ("start", "place", "date"),
    [
        ("CAIRO, May 11 (Reuters) — ", "CAIRO", "May 11"),
        ("Tel Aviv — ", "Tel Aviv", None),
        ("LONDON (AP) - ", "LONDON", None),
        ("WASHINGTON -- ", "WASHINGTON", None),
        ("PORTLAND, Maine, 3 June 2020 – ", "PORTLAND", "3 June 2020"),
        ("Rio de Janeiro (AFP) - ", "Rio de Janeiro", None),
        ("(Reuters) - ", None, None),
        ("May 11 (Reuters) - ", None, "May 11"),
        ("[AFP] ", None, None),
    ],
)
def test_datelines(start: str, place: str | None, date: str | None) -> None:
    head = "Envoys resume talks\n\n"
    text = f"{head}{start}The ministers met on Tuesday to resume their talks."
    assert find_dateline(text) == Dateline(place, date, len(head), len(head) + len(start))


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile — the ministers met.",
        "Norway - a member of the alliance - hosted the talks.",
        "The ministers met in Oslo — again.",
        "Berg (a lawyer) - who had met him - left.",
        "(Oslo) - The ministers met again.",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.shared
@pytest.mark.skipif("EVENTGRAPH_SHARED" not in os.environ, reason="EVENTGRAPH_SHARED is not set")
def test_hardly_any_gold_claim_stands_in_a_line_that_is_skipped() -> None:
    lost = total = 0
    for path in sorted(Path(os.environ["EVENTGRAPH_SHARED"], "gold", "dev").glob("*.txt")):
        text = path.read_text("utf-8")
        skipped = [line for line in label_lines(text) if line.kind not in ("prose", "headline")]
        for claim in json.loads(path.with_suffix(".json").read_text("utf-8"))["claims"]:
            start = text.find(claim["evidence"])
            total += 1
            lost += any(s.start <= start < s.end for s in skipped)
    assert total > 500 and lost <= 1  # the one is an author's byline
