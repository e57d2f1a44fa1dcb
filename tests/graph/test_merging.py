"""One event, many pieces of evidence; what sources tell otherwise stays with them."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.graph import Graph
from eventgraph.graph.merging import merge_facts, stream_merged
from eventgraph.model import Claim, Entity
from tests.graph.factory import (
    ANNA,
    CLEO,
    MINISTRY,
    OMAR,
    RURITANIA,
    article,
    claim,
    communication,
    graph_of,
    role,
)

FACTS = """SELECT DISTINCT ?f ?date ?modality {
    ?f a eg:Event ; eg:modality ?modality OPTIONAL { ?f eg:date ?date } }"""
COUNTS = """SELECT ?articles ?witnesses ?first ?last {
    ?f a eg:Event ; eg:articleCount ?articles ; eg:witnessCount ?witnesses ;
       eg:firstSeen ?first ; eg:lastSeen ?last }"""


def met(article: str, date: str | None, modality: str = "asserted", at: int = 0) -> Claim:
    return communication("met", ANNA, OMAR, modality, date=date, article=article, at=at)


@pytest.mark.parametrize(
    ("dates", "events"),
    [
        (["2021-05-10", "2021-05"], 1),
        (["2021-05-10", "2021"], 1),
        (["2021-05-10", "2021-06"], 2),
        (["2021-05-10", "2021-05-12", "2021-05"], 3),  # which of the two does May mean?
        (["2021-05-10", None], 2),
    ],
)
def test_a_date_told_less_exactly_is_the_only_one_it_fits(dates: list[str | None], events: int) -> None:
    claims = [met(f"a{i}", date) for i, date in enumerate(dates)]
    assert len(graph_of(*claims).query(FACTS)) == events


def test_without_a_date_it_is_the_one_event_its_article_tells() -> None:
    (event,) = graph_of(met("a1", "2021-05-10"), met("a1", None, at=9)).query(FACTS)
    assert event["date"] == "2021-05-10"


def test_what_was_planned_and_came_about_is_one_event_and_each_claim_says_its_own() -> None:
    graph = graph_of(met("a1", "2021-05-10", "planned"), met("a2", "2021-05-10"))
    (event,) = graph.query(FACTS)
    assert str(event["modality"]).endswith("asserted")
    said = graph.query("SELECT ?said { ?c a eg:Claim ; eg:modality ?said }")
    assert [str(row["said"]).rpartition("#")[2] for row in said] == ["planned"]


def test_the_claims_themselves_are_left_as_they_were() -> None:
    graph = graph_of(met("a1", "2021-05", "planned"), met("a2", "2021-05-10"))
    assert [c.attributes["modality"] for c in graph.claims_all] == ["planned", "asserted"]
    assert [c.attributes["date"] for c in graph.claims_all] == ["2021-05", "2021-05-10"]


def test_a_place_left_out_is_filled_in() -> None:
    parties = {"attacker": MINISTRY, "target": CLEO}
    one = claim(
        "attack", {**parties, "place": RURITANIA}, kind="rockets", date="2021-05-10", modality="asserted"
    )
    other = claim("attack", parties, article="a2", kind="rockets", date="2021-05-10", modality="asserted")
    assert len(graph_of(one, other).query(FACTS)) == 1


def test_a_membership_has_the_status_that_was_told_last() -> None:
    before, after = article("a1"), article("a2")
    dated = [before, type(after)(id="a2", text=after.text, published="2022-01-01")]
    claims = (role(ANNA, "minister", country=RURITANIA), role(ANNA, "minister", "former", article="a2"))
    rows = Graph(articles=tuple(dated), claims_all=claims).query(
        "SELECT ?s { ?m a org:Membership ; eg:status ?s }"
    )
    assert [str(row["s"]).rpartition("#")[2] for row in rows] == ["former"]


def test_copies_of_one_text_are_one_witness() -> None:
    claims = tuple(met(id, "2021-05-10") for id in ("a1", "a2", "a3"))
    articles = tuple(article(id) for id in ("a1", "a2", "a3"))
    (row,) = Graph(articles=articles, claims_all=claims, witnesses={"a2": "a1"}).query(COUNTS)
    assert row == {"articles": 3, "witnesses": 2, "first": "2021-05-12", "last": "2021-05-12"}


def test_order_does_not_matter() -> None:
    dates = ["2021-05-10", "2021-05", "2021", None, "2021-06", "2021-06-01"]
    claims = [met(f"a{i % 3}", date, at=i) for i, date in enumerate(dates)]
    shuffled = claims[:]
    Random(2).shuffle(shuffled)
    told = {c.id: c.attributes for c in merge_facts(claims, {})}
    assert {c.id: c.attributes for c in merge_facts(shuffled, {})} == told


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a1", "a2", "a3"]),
            st.sampled_from(["2021-05-10", "2021-05-12", "2021-05", "2021", None]),
            st.sampled_from(["asserted", "planned", "negated"]),
            st.sampled_from([OMAR, CLEO]),
        ),
        max_size=12,
    )
)
def test_from_disk_the_same_claims_come(told: list[tuple[str, str | None, str, Entity]]) -> None:
    claims = [
        communication("met", ANNA, other, modality, date=date, article=article, at=at)
        for at, (article, date, modality, other) in enumerate(told)
    ]
    published = {"a1": "2021-05-12", "a2": None, "a3": "2021-06-01"}
    streamed = sorted(stream_merged(claims, published), key=lambda claim: claim.evidence.start)
    assert streamed == list(merge_facts(claims, published))
