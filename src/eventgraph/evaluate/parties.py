"""Are the parties of a claim the gold's?"""

from __future__ import annotations

from typing import Any, NamedTuple

from eventgraph.evaluate.gold import GoldArticle
from eventgraph.evaluate.names import matches_name


class Side(NamedTuple):
    """Who acts, or the other side. `near`: half of the gold's parties and at most one stranger; `exact`."""

    near: bool
    exact: bool


def names_in(value: Any) -> list[str]:
    """Return the names in an argument: an entity, a list of entities, bare names or nothing."""
    items = value if isinstance(value, list) else [value]
    return [item if isinstance(item, str) else item.get("name", "") for item in items if item]


def ids_in(value: Any) -> list[str]:
    """Return the entity ids in a gold argument: one, a list or none."""
    return [item for item in (value if isinstance(value, list) else [value]) if item]


def any_matches(value: Any, golds: Any, article: GoldArticle) -> bool:
    """Tell whether any name of the system's names any of the gold's entities."""
    entities = [article.entities[id] for id in ids_in(golds)]
    return any(matches_name(name, entity) for name in names_in(value) for entity in entities)


def match_side(value: Any, golds: Any, article: GoldArticle) -> Side:
    """Compare the parties named with the gold's."""
    names, entities = names_in(value), [article.entities[id] for id in ids_in(golds)]
    found = sum(any(matches_name(name, entity) for name in names) for entity in entities)
    strangers = sum(not any(matches_name(name, entity) for entity in entities) for name in names)
    near = found > 0 and 2 * found >= len(entities) and strangers <= 1
    return Side(near, found == len(entities) and strangers == 0)


def matches_if_stated(value: Any, gold: str | None, article: GoldArticle) -> bool:
    """Tell whether the gold's entity is named; where the gold states none, anything may be inferred."""
    if gold is None:
        return True
    return value is not None and any(matches_name(name, article.entities[gold]) for name in names_in([value]))
