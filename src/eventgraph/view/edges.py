"""Edges: what is said between two entities, one for each pair, relation and mark."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from eventgraph.model import Claim
from eventgraph.view.drawing import Drawing, Relation, mark_of

DASHES, GREY = [5, 6], "#9aa1a9"
LOUD, QUIET = 13, 7  # font sizes in pixels of the labels that are read at the first look, or only close by
CAPTION = 36  # characters

Row = dict[str, Any]


def make_edges(claims: Sequence[Claim], drawing: Drawing) -> list[Row]:
    """Return one edge for each pair, relation and mark, with the places of its claims."""
    facts: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    relations: dict[str, Relation] = {}
    for place, claim in enumerate(claims):
        name, relation = drawing.relation(claim)
        relations[name] = relation
        for source, target in relation.ends(claim):
            facts[source, target, name, mark_of(claim)].append(place)
    edges = []
    beside: dict[frozenset[str], int] = defaultdict(int)
    for number, (key, places) in enumerate(sorted(facts.items())):
        sources = len({claims[place].article for place in places})
        caption = _caption(relations[key[2]], claims[places[0]])
        edges.append(_edge(number, key, places, sources, caption, relations[key[2]], drawing.marks))
        edges[-1].update(_bend(key[:2], beside))
    return edges


def _caption(relation: Relation, claim: Claim) -> str:
    """Return what an edge is labelled: a role's title, for one, or the relation's name."""
    value = claim.attributes.get(relation.caption) if relation.caption else None
    return textwrap.shorten(str(value or relation.label), CAPTION, placeholder=" …")


def _edge(
    number: int,
    key: tuple[str, str, str, str],
    places: list[int],
    sources: int,
    caption: str,
    relation: Relation,
    marks: dict[str, str],
) -> Row:
    source, target, name, mark = key
    return {
        "id": number,
        "from": source,
        "to": target,
        "relation": name,
        "mark": mark,
        "label": f"{caption} ({marks.get(mark, mark)})" if mark else caption,
        "facts": places,
        "weight": relation.weight * (0.5 if mark else 1 + math.log2(sources)),
        "width": 1.5 + math.log2(sources) if relation.contact and not mark else 1,
        "font": {"size": LOUD if relation.contact else QUIET},
        "color": dict.fromkeys(("color", "highlight", "hover"), GREY if mark else relation.colour),
        "dashes": DASHES if mark else False,
        "arrows": "" if relation.mutual else "to",
    }


def _bend(ends: tuple[str, str], beside: dict[frozenset[str], int]) -> Row:
    """Bow the second and every further edge of a pair, to one side and the other, so that all can be seen."""
    pair = frozenset(ends)
    beside[pair] += 1
    if beside[pair] == 1:
        return {}
    side = "curvedCW" if (beside[pair] % 2 == 0) == (ends[0] == min(pair)) else "curvedCCW"
    return {"smooth": {"enabled": True, "type": side, "roundness": round(0.18 * (beside[pair] // 2), 2)}}
