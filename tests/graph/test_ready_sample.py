"""The ready queries: their answers on the sample, and on a graph where each finds something."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import eventgraph
from eventgraph.graph import Graph
from eventgraph.graph.direct import direct_triples
from eventgraph.graph.ready import ready_queries
from eventgraph.model import Claim

from .factory import (
    ANNA,
    CLEO,
    EVERY_TYPE,
    MINISTRY,
    OMAR,
    RURITANIA,
    claim,
    communication,
    entity,
    graph_of,
    role,
)

CASES = yaml.safe_load((Path(__file__).parent / "ready.yml").read_text("utf-8"))
READY = ready_queries()
GRAUSTARK = entity("Graustark", "country")
VISIT = {"who": ANNA, "place": GRAUSTARK}
MORE = (
    *EVERY_TYPE,
    role(OMAR, "mayor", "former"),
    role(CLEO, "judge", "elect"),
    role(OMAR, "foreign minister", country=GRAUSTARK),
    role(CLEO, "foreign minister", country=RURITANIA),
    role(ANNA, "spokeswoman", organization=MINISTRY),
    communication("met", ANNA, CLEO, article="a2", date="2021-05"),
    communication("met", ANNA, OMAR, "planned"),
    communication("met", CLEO, OMAR, "negated"),
    claim("visit", VISIT, date="2021-05-14", modality="planned"),
    claim("visit", VISIT, date="2021-05-14", modality="asserted"),
    claim("casualties", {"place": RURITANIA}, effect="killed", count=9, bound="exact", group="soldiers"),
)
REQUIRED = {"shortest-chain": {"from": "Omar Haddad", "to": "Cleo Ruiz"}}


def published(claims: tuple[Claim, ...]) -> Graph:
    """The claims in two articles of different publishers."""
    plain = graph_of(*claims)
    papers = {"a1": "The Daily", "a2": "The Weekly"}
    articles = [msgspec.structs.replace(a, publisher=papers[a.id]) for a in plain.articles]
    return Graph(tuple(articles), plain.claims_all)


FULL = published(MORE)


@pytest.fixture(scope="module")
def sample() -> Graph:
    return eventgraph.build(str(Path(__file__).parents[2] / "data" / "sample"))


@pytest.mark.parametrize("name", READY)
def test_answers_on_the_sample(name: str, sample: Graph) -> None:
    if name == "direct-triples":
        made = sample.query(READY[name].fill({}))
        assert {tuple(row.values()) for row in made} == direct_triples(sample.triples())
        return
    for case in CASES[name]:
        expected: list[dict[str, Any]] = case["rows"]
        rows = sample.query(READY[name].fill(case.get("values", {})))[: case.get("first")]
        answers = iter(rows)
        for want in expected:
            assert any(want.items() <= row.items() for row in answers), want
        assert expected or not rows


@pytest.mark.parametrize("name", READY)
def test_each_finds_something_and_the_same_on_rdflib(name: str) -> None:
    sparql = READY[name].fill(REQUIRED.get(name, {}))
    rows = FULL.query(sparql)
    assert rows
    assert len(list(FULL.to_rdflib().query(sparql))) == len(rows)


def test_somebody_says_so_for_every_plain_triple() -> None:
    graph = published((*MORE, claim("funded", {"who": ANNA, "whom": OMAR}, modality="asserted")))
    names = {row["x"]: row["name"] for row in graph.query("SELECT ?x ?name { ?x rdfs:label ?name }")}
    plain = {
        frozenset((names[start], str(p).rpartition("#")[2].rpartition("/")[2], names[end]))
        for start, p, end in direct_triples(graph.triples())
    }
    rows = graph.query(READY["evidence-of-a-fact"].sparql)
    assert {frozenset((row["subject"], row["relation"], row["object"])) for row in rows} == plain
    told = ("quote", "publisher", "version", "fact", "claim")
    assert all(row[name] for row in rows for name in told)


def test_a_planned_visit_that_was_denied() -> None:
    denied = claim("visit", VISIT, date="2021-05-14", modality="negated")
    planned = claim("visit", VISIT, date="2021-05-14", modality="planned")
    rows = published((denied, planned)).query(READY["planned-visits-and-what-came-of-them"].sparql)
    assert [row["outcome"] for row in rows] == ["did not happen"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2021-05-10", None, 1),
        ("2021-05-11", None, 0),
        ("2021-05", None, 1),
        (None, "2021", 1),
        (None, "2021-05-09", 0),
    ],
)
def test_days_months_and_years_bound_alike(since: str | None, until: str | None, found: int) -> None:
    values = {name: value for name, value in (("since", since), ("until", until)) if value}
    for date in ("2021-05-10", "2021-05", "2021"):
        graph = graph_of(communication("spoke", ANNA, OMAR, date=date))
        exact = len(graph.query(READY["who-spoke-with-whom"].fill(values)))
        assert exact == found if date == "2021-05-10" else exact >= found


def test_what_has_no_date_is_in_no_span() -> None:
    graph = graph_of(communication("spoke", ANNA, OMAR, date=None))
    ready = READY["who-spoke-with-whom"]
    assert len(graph.query(ready.sparql)) == 1
    assert not graph.query(ready.fill({"since": "2000"})) and not graph.query(ready.fill({"until": "2100"}))
