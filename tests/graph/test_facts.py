"""Which claims are one fact, and which facts give plain triples."""

from __future__ import annotations

import pytest

from eventgraph.errors import UsageError

from .factory import ANNA, CLEO, MINISTRY, OMAR, RURITANIA, claim, communication, entity, graph_of, role

EVENTS = "SELECT DISTINCT ?e ?evidence {?e a eg:Event; eg:evidence ?evidence}"
PLAIN = (
    "SELECT ?p {?a ?p ?b VALUES ?p {eg:spokeWith eg:metWith eg:wroteTo eg:visited eg:attacked eg:holdsRole "
)
PLAIN += "eg:holdsOfficeIn org:memberOf}}"


def test_an_asserted_conversation_gives_both_directions() -> None:
    rows = graph_of(communication("spoke", ANNA, OMAR)).query("SELECT ?a ?b {?a eg:spokeWith ?b} ORDER BY ?a")
    assert [str(row["a"]).rpartition("/")[2] for row in rows] == ["anna-berg", "omar-haddad"]


def test_a_letter_gives_one_direction() -> None:
    assert len(graph_of(communication("wrote", ANNA, OMAR)).query(PLAIN)) == 1


@pytest.mark.parametrize("modality", ["planned", "negated", "possible"])
def test_what_did_not_happen_is_an_event_without_plain_triples(modality: str) -> None:
    graph = graph_of(
        communication("met", ANNA, OMAR, modality),
        claim("visit", {"who": ANNA, "place": RURITANIA}, date=None, modality=modality),
        claim("attack", {"attacker": ANNA, "target": OMAR}, kind="rockets", date=None, modality=modality),
    )
    assert not graph.query(PLAIN)
    assert len(graph.query(f"SELECT ?e {{?e a eg:Event; eg:modality eg:{modality}}}")) == 3


@pytest.mark.parametrize(("status", "plain"), [("current", 3), ("acting", 3), ("former", 0), ("elect", 0)])
def test_only_offices_held_give_plain_triples(status: str, plain: int) -> None:
    graph = graph_of(role(ANNA, "minister", status, country=RURITANIA, organization=MINISTRY))
    assert len(graph.query(PLAIN)) == plain
    assert graph.query(f"ASK {{?m a org:Membership; eg:status eg:{status}; org:member ?p}}") == [
        {"ask": True}
    ]


def test_a_denial_elsewhere_does_not_take_an_assertion_back() -> None:
    graph = graph_of(
        communication("met", ANNA, OMAR), communication("met", ANNA, OMAR, "negated", article="a2")
    )
    assert len(graph.query(EVENTS)) == 2
    assert len(graph.query(PLAIN)) == 2


def test_two_articles_tell_of_one_event_whoever_called() -> None:
    graph = graph_of(communication("spoke", ANNA, OMAR), communication("spoke", OMAR, ANNA, article="a2"))
    rows = graph.query(EVENTS)
    assert len({row["e"] for row in rows}) == 1
    assert len({row["evidence"] for row in rows}) == 2


@pytest.mark.parametrize(
    "other", [{"date": "2021-05-11"}, {"modality": "negated"}, {"to": CLEO}, {"kind": "met"}]
)
def test_another_day_modality_party_or_kind_is_another_event(other: dict[str, object]) -> None:
    first = {"kind": "spoke", "start": ANNA, "to": OMAR}
    graph = graph_of(communication(**first), communication(**first | other))  # type: ignore[arg-type]
    assert len({row["e"] for row in graph.query(EVENTS)}) == 2


def test_events_without_date_are_one_within_an_article_only() -> None:
    same = [communication("met", ANNA, OMAR, date=None, at=at) for at in (0, 5)]
    other = communication("met", ANNA, OMAR, date=None, article="a2")
    assert len({row["e"] for row in graph_of(*same, other).query(EVENTS)}) == 2


def test_a_membership_is_one_across_articles_and_capitals() -> None:
    graph = graph_of(role(ANNA, "Prime Minister"), role(ANNA, "prime minister", article="a2"))
    assert len(graph.query("SELECT ?m {?m a org:Membership}")) == 1
    assert graph.query("SELECT ?l {?r a org:Role; rdfs:label ?l}") == [{"l": "prime minister"}]
    assert graph.query("SELECT ?l {?r a org:Role; skos:altLabel ?l}") == [{"l": "Prime Minister"}]


def test_rival_figures_stay_side_by_side() -> None:
    figures = [
        claim(
            "casualties",
            {"place": RURITANIA},
            effect="killed",
            count=n,
            bound="exact",
            group=None,
            date="2021-05-10",
        )
        for n in (3, 7)
    ]
    assert graph_of(*figures).query("SELECT ?n {?r eg:count ?n} ORDER BY ?n") == [{"n": 3}, {"n": 7}]


def test_time_in_office_keeps_its_precision() -> None:
    graph = graph_of(role(ANNA, "minister", "former", since="2019", until="2021-05-01"))
    rows = graph.query(
        "SELECT ?from ?to {?m org:memberDuring ?i. ?i time:hasBeginning/time:inXSDgYear ?from; "
        "time:hasEnd/time:inXSDDate ?to}"
    )
    assert rows == [{"from": "2019", "to": "2021-05-01"}]


def test_names_and_links_of_an_entity() -> None:
    known = entity("Ann", names=("Ann", "A."), same_as=("http://www.wikidata.org/entity/Q1", "javascript:x"))
    graph = graph_of(communication("met", known, OMAR), communication("met", known, CLEO))
    assert graph.query("SELECT ?n {?p rdfs:label 'Ann'; skos:altLabel ?n}") == [{"n": "A."}]
    assert graph.query("SELECT ?l {?p owl:sameAs ?l}") == [{"l": "http://www.wikidata.org/entity/Q1"}]


@pytest.mark.parametrize(
    "wrong",
    [
        claim("gossip", {"of": ANNA}, modality="hoped"),
        claim("gossip", {"of": ANNA}, date="2021-13-01"),
        communication("danced", ANNA, OMAR),
        communication("met", ANNA, OMAR, "hoped"),
        communication("met", ANNA, OMAR, date="2021-13-01"),
        role(ANNA, "king", "eternal"),
    ],
)
def test_what_the_ontology_does_not_know_is_refused(wrong: object) -> None:
    with pytest.raises(UsageError):
        graph_of(wrong).triples()  # type: ignore[arg-type]
