"""Abroad is where none of a person's offices is."""

from __future__ import annotations

import pytest

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.home import country_of, is_abroad
from eventgraph.model import EntityType, Mention, make_entity


def named(name: str, type: EntityType) -> Reference:
    return Reference(make_entity(name, type), Mention(0, len(name), name, "name"), 0)


@pytest.mark.parametrize(
    ("place", "country"), [("France", "France"), ("Vienna", "Austria"), ("Texas", "United States")]
)
def test_country_of(place: str, country: str) -> None:
    assert country_of(named(place, "place")) == country


def test_abroad() -> None:
    berg, at_home = named("Anna Berg", "person"), {"person/anna-berg": frozenset({"Norway"})}
    assert is_abroad(berg, named("Vienna", "place"), at_home)
    assert not is_abroad(berg, named("Oslo", "place"), at_home)
    assert not is_abroad(berg, named("Nowhere", "place"), at_home)
    assert not is_abroad(named("John Smith", "person"), named("Vienna", "place"), at_home)
