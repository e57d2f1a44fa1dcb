"""Edges: what is said between two entities, one for each pair, relation and mark."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from eventgraph.model import Claim
from eventgraph.view.drawing import Drawing, Relation, mark_of

CAPTION = 36  # characters

Row = dict[str, Any]
Key = tuple[str, str, str, str]  # from, to, relation, mark


def make_edges(claims: Sequence[Claim], drawing: Drawing, witnesses: Mapping[str, str]) -> list[Row]:
    """Return one edge for each pair, relation and mark, with the places of its claims.

    `witnesses` leads from articles to those whose copies they are.
    """
    facts: dict[Key, list[int]] = defaultdict(list)
    relations: dict[str, Relation] = {}
    for place, claim in enumerate(claims):
        name, relation = drawing.relation(claim)
        relations[name] = relation
        for source, target in relation.ends(claim):
            facts[source, target, name, mark_of(claim)].append(place)
    beside: dict[frozenset[str], int] = defaultdict(int)
    edges = []
    for number, (key, places) in enumerate(sorted(facts.items())):
        articles = {claims[place].article for place in places}
        sources = len({witnesses.get(article, article) for article in articles})
        caption = _caption(relations[key[2]], claims[places[0]])
        edge = _edge(key, places, sources, caption, relations[key[2]], drawing)
        edges.append({"id": number, **edge, **_bend(key, beside)})
    return edges


def _caption(relation: Relation, claim: Claim) -> str:
    """Return what an edge is labelled: a role's title, for one, or the relation's name."""
    value = claim.attributes.get(relation.caption) if relation.caption else None
    return textwrap.shorten(str(value or relation.label), CAPTION, placeholder=" …")


def _edge(
    key: Key, places: list[int], sources: int, caption: str, relation: Relation, drawing: Drawing
) -> Row:
    """`sources` counts the witnesses that say so: what several say counts more, and is drawn thicker."""
    source, target, name, mark = key
    drawn = drawing.mark(mark) if mark else None
    return {
        "from": source,
        "to": target,
        "relation": name,
        "mark": mark,
        "label": f"{caption} ({drawn.label})" if drawn else caption,
        "facts": places,
        "weight": round(relation.weight * (0.5 if mark else 1 + math.log2(sources)), 3),
        "width": round(1.5 + math.log2(sources), 2) if relation.contact and not mark else 1,
        "colour": drawn.colour if drawn else relation.colour,
        "dashes": list(drawn.dashes) if drawn else None,
        "arrow": not relation.mutual,
    }


def _bend(key: Key, beside: dict[frozenset[str], int]) -> Row:
    """Bow the second and every further edge of a pair, to one side and the other, so that all can be seen.

    The bend is a part of the edge's length, to the left of its way if positive.
    """
    pair = frozenset(key[:2])
    beside[pair] += 1
    side = 1 if (beside[pair] % 2 == 0) == (key[0] == min(pair)) else -1
    return {"bend": round(side * 0.18 * (beside[pair] // 2), 2)}
