"""FollowTheMoney: the library takes every entity as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from followthemoney import model

from eventgraph.export.facts import group_facts
from eventgraph.export.ftm import ftm_id, write_ftm

from .corpus import GRAPHS, rich


def entities(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write_ftm(GRAPHS[name]).decode("utf-8").split("\n")[:-1]]


def by_schema(name: str, schema: str) -> list[dict[str, Any]]:
    return [entity for entity in entities(name) if entity["schema"] == schema]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_library_reads_all_of_it(name: str) -> None:
    for entity in entities(name):
        proxy = model.get_proxy(entity, cleaned=True)
        assert not proxy.schema.abstract
        assert {n: sorted(proxy.get(n)) for n in proxy.properties} == {
            n: sorted({*values}) for n, values in entity["properties"].items()
        }


def test_values_are_valid_by_the_librarys_own_rules() -> None:
    for entity in entities("rich"):
        model.get(entity["schema"]).validate(entity)
        strict = model.get_proxy(entity, cleaned=False)
        assert {*strict.properties} == {*entity["properties"]}, entity


@pytest.mark.parametrize("name", GRAPHS)
def test_all_that_is_referred_to_is_there(name: str) -> None:
    found = entities(name)
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for entity in found:
        for prop, value in model.get_proxy(entity, cleaned=True).itervalues():
            assert prop.type.name != "entity" or value in ids


@pytest.mark.parametrize("name", GRAPHS)
def test_there_is_one_for_each_entity_fact_and_article(name: str) -> None:
    graph, found = GRAPHS[name], entities(name)
    parties = {e.id for c in graph.claims_all for many in c.arguments.values() for e in many}
    posts = by_schema(name, "Position")
    assert len(found) - len(posts) == len(parties) + len(group_facts(graph)) + len(graph.articles)


def test_roles_are_memberships_or_occupancies() -> None:
    (member,) = (
        m for m in by_schema("rich", "Membership") if m["properties"]["role"] == ["foreign minister"]
    )
    assert (
        member["properties"].items()
        >= {
            "member": ["person.anna-berg"],
            "organization": ["organization.foreign-ministry"],
            "startDate": ["2020-01"],
            "status": ["current"],
            "proof": ["article.a1"],
        }.items()
    )
    (chair,) = by_schema("rich", "Occupancy")
    assert chair["properties"]["holder"] == ["person.omar-haddad"] and chair["properties"]["endDate"] == [
        "2019"
    ]
    (post,) = by_schema("rich", "Position")
    assert post["properties"]["name"] == ["chair"] and chair["properties"]["post"] == [post["id"]]


def test_people_keep_aliases_and_links() -> None:
    (berg,) = (p for p in by_schema("rich", "Person") if p["id"] == "person.anna-berg")
    assert berg["properties"] == {
        "name": ["Anna Berg"],
        "alias": ['Anna "the; Quote" Berg\n', "Berg"],
        "wikidataId": ["Q42"],
    }


def test_events_say_who_did_what_and_whether() -> None:
    (attack,) = (e for e in by_schema("rich", "Event") if "rockets" in e["properties"].get("keywords", ()))
    assert attack["properties"]["notes"] == ["attacker: Foreign Ministry", "target: Cleo Ruiz"]
    assert "asserted" in attack["properties"]["keywords"]


def test_ids_are_readable_where_they_can_be() -> None:
    assert ftm_id("person/hady-amr") == "person.hady-amr"
    assert ftm_id("article/a_b").startswith("article.") and "_" not in ftm_id("article/a_b")
    assert ftm_id("article/a.b") != ftm_id("article/a%2Fb")


def test_order_of_claims_does_not_matter() -> None:
    graph = rich()
    assert write_ftm(type(graph)(graph.articles[::-1], graph.claims_all[::-1])) == write_ftm(graph)
