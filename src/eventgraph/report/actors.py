"""Main actors: who is in touch with most, with their roles."""

from __future__ import annotations

from collections import Counter, defaultdict

from eventgraph.graph.entities import merge_entities
from eventgraph.report.section import Line, Section
from eventgraph.report.told import Event, Told
from eventgraph.view.facts import tell

ACTORS, ROLES, NAMES = 20, 5, 6  # at most


def actors(told: Told) -> Section:
    """The people who met, called or wrote to most others; then those most is said of."""
    entities = merge_entities(claim for event in told.events for claim in event.claims)
    touch: defaultdict[str, set[str]] = defaultdict(set)
    said: Counter[str] = Counter()
    for event in told.events:
        parties = _parties(event)
        said.update(parties)
        if told.is_contact(event) and not event.mark:
            for one, other in _pairs(told, event):
                touch[one].add(other)
                touch[other].add(one)
    people = [id for id, entity in entities.items() if entity.type == "person"]
    ranked = sorted(people, key=lambda id: (-len(touch[id]), -said[id], id))
    lines = [
        Line(entities[id].name, more=(*_roles(told, id), *_touch([entities[one].name for one in touch[id]])))
        for id in ranked[:ACTORS]
    ]
    rest = f"{len(people) - ACTORS:,} more people are in the graph." if len(people) > ACTORS else ""
    about = "Who met, called or wrote to most others, with the roles that are told."
    return Section("Main actors", about, tuple(lines), rest)


def _touch(names: list[str]) -> list[str]:
    if not names:
        return []
    more = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
    return [f"in touch with {', '.join(sorted(names)[:NAMES])}{more}"]


def _parties(event: Event) -> set[str]:
    return {entity.id for claim in event.claims for group in claim.arguments.values() for entity in group}


def _pairs(told: Told, event: Event) -> set[tuple[str, str]]:
    return {ends for claim in event.claims for ends in told.drawing.relation(claim)[1].ends(claim)}


def _roles(told: Told, id: str) -> list[str]:
    counts: Counter[str] = Counter()
    for event in told.events:
        claim = event.claims[0]
        if claim.type == "role" and any(one.id == id for one in claim.arguments.get("person", ())):
            _, relation = told.drawing.relation(claim)
            words = tell(claim, relation.brief, told.drawing.terms)
            counts[f"{words} ({told.drawing.mark(event.mark).label})" if event.mark else words] += (
                event.articles
            )
    ranked = sorted(counts, key=lambda words: (-counts[words], words))
    return [
        f"{words}: {counts[words]} article{'' if counts[words] == 1 else 's'}" for words in ranked[:ROLES]
    ]
