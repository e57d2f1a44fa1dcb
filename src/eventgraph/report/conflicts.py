"""Conflicts between sources: stated here and denied there; rival figures; rival holders of an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from importlib.resources import files

import yaml

from eventgraph.model import Claim
from eventgraph.model.slug import slug
from eventgraph.report.section import Line, Section
from eventgraph.report.told import Event, Told

Groups = defaultdict[Hashable, list[Event]]


def conflicts(told: Told) -> Section:
    """What sources tell differently, all versions side by side."""
    lines = (*_denied(told), *_figures(told), *_holders(told))
    about = (
        "Where articles tell different things, each version stands with its source. Nothing has been decided."
    )
    return Section("Conflicts between sources", about, lines)


def _denied(told: Told) -> Iterator[Line]:
    """The same parties, kind and date, asserted here and denied there."""
    groups: Groups = defaultdict(list)
    for event in told.events:
        claim = event.claims[0]
        if "modality" in claim.attributes and event.date:
            groups[claim.type, claim.attributes.get("kind"), event.date, _parties(claim)].append(event)
    for events in groups.values():
        if {"", "negated"} <= {event.mark for event in events}:
            yield from _versions(told, "Stated and denied", events)


def _figures(told: Told) -> Iterator[Line]:
    """Different counts of the same victims at the same place and date."""
    groups: Groups = defaultdict(list)
    for event in told.where(lambda one: one.type == "casualties"):
        claim = event.claims[0]
        place = _ids(claim, "place")
        if place and event.date:
            effect, group = claim.attributes.get("effect"), claim.attributes.get("group")
            groups[effect, group, place, event.date].append(event)
    for events in groups.values():
        if (
            len({(e.claims[0].attributes.get("count"), e.claims[0].attributes.get("bound")) for e in events})
            > 1
        ):
            yield from _versions(told, "Figures differ", events)


def _holders(told: Told) -> Iterator[Line]:
    """More than one holder of an office of which there is one, at an organisation or in a country."""
    groups: defaultdict[tuple[str, tuple[str, ...]], list[Event]] = defaultdict(list)
    for event in told.where(lambda one: one.type == "role" and not one.mark):
        claim = event.claims[0]
        office = _ids(claim, "organization") or _ids(claim, "country")
        if office:
            groups[_title(claim), office].append(event)
    for (title, _), events in groups.items():
        holders = {_ids(event.claims[0], "person") for event in events}
        if title in single_offices() and len(holders) > 1:
            yield from _versions(told, "Several holders of one office", events)


@cache
def single_offices() -> frozenset[str]:
    """Return the slugs of titles that one person holds at a time."""
    text = files("eventgraph.report").joinpath("offices.yml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text))


def _versions(told: Told, what: str, events: Iterable[Event]) -> Iterator[Line]:
    for number, event in enumerate(sorted(events, key=lambda one: (one.date, one.iri)), 1):
        line = told.line(event)
        yield line._replace(text=f"{what}, version {number}: {line.text}")


def _title(claim: Claim) -> str:
    return slug(str(claim.attributes["title"]))


def _ids(claim: Claim, name: str) -> tuple[str, ...]:
    return tuple(sorted(entity.id for entity in claim.arguments.get(name, ())))


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset(id for name in claim.arguments if not name.endswith("place") for id in _ids(claim, name))
