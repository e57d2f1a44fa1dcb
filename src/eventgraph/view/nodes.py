"""Nodes: the entities, ranked, labelled and given their places."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Sequence

from eventgraph.model import Claim, Entity
from eventgraph.view.edges import LOUD, QUIET, Row
from eventgraph.view.layout import Box, make_layout

CORE = 60  # nodes at the first look
LINE, LINES = 18, 3  # characters and lines of a label


def make_nodes(claims: Sequence[Claim], edges: Sequence[Row]) -> list[Row]:
    """Return one node for each entity: the core, shown at once, then the others, most central first."""
    entities = {
        entity.id: entity for claim in claims for group in claim.arguments.values() for entity in group
    }
    weight: dict[str, float] = defaultdict(float)
    for edge in edges:
        weight[edge["from"]] += edge["weight"]
        weight[edge["to"]] += edge["weight"]
    ranked = sorted(entities, key=lambda id: (-weight[id], id))
    core = get_core(ranked, edges)
    ranked.sort(key=lambda id: id not in core)
    return [_node(entities[id], weight[id], id in core) for id in ranked]


def get_core(ranked: Sequence[str], edges: Sequence[Row]) -> set[str]:
    """Return the CORE most central ids, less those that have no edge to another of them."""
    first = set(ranked[:CORE])
    inner = [(edge["from"], edge["to"]) for edge in edges if {edge["from"], edge["to"]} <= first]
    return {end for ends in inner for end in ends} or first


def _node(entity: Entity, weight: float, core: bool) -> Row:
    return {
        "id": entity.id,
        "label": "\n".join(wrap(entity.name)),
        "name": entity.name,
        "names": sorted({*entity.names} - {entity.name}),
        "type": entity.type,
        "group": entity.type,
        "core": core,
        "size": round(min(8 + 3.2 * math.sqrt(weight), 26), 1),
        "font": {"size": round(min(14 + 1.8 * math.sqrt(weight), 24))},
    }


def wrap(name: str) -> list[str]:
    """Break a name into the lines of its label; what is too long for LINES of them ends in an ellipsis."""
    return textwrap.wrap(name, LINE, max_lines=LINES, break_on_hyphens=False, placeholder=" …") or [
        name[:LINE]
    ]


def place_nodes(nodes: Sequence[Row], edges: Sequence[Row]) -> None:
    """Give each node its place among all (`all`) and, in the core, at the first look (`x`, `y`)."""
    index = {node["id"]: place for place, node in enumerate(nodes)}
    springs = [(index[edge["from"]], index[edge["to"]], 0.5 + edge["weight"]) for edge in edges]
    boxes = [_box(node) for node in nodes]
    core = sum(node["core"] for node in nodes)
    inner = [spring for spring in springs if max(spring[:2]) < core]
    first = make_layout(inner, boxes[:core])
    everywhere = first if core == len(nodes) else make_layout(springs, boxes)
    for place, node in enumerate(nodes):
        node["all"] = everywhere[place]
        node["x"], node["y"] = first[place] if node["core"] else everywhere[place]
    for edge in edges:
        one, other = (nodes[index[edge[end]]] for end in ("from", "to"))
        if math.dist((one["x"], one["y"]), (other["x"], other["y"])) < _width(edge["label"], LOUD) + 30:
            edge["font"]["size"] = QUIET  # no room between the two


def _width(text: str, font: int) -> float:
    """Return the width of `text` in pixels, roughly: letters are about 0.56 of the font size wide."""
    return 0.56 * font * len(text)


def _box(node: Row) -> Box:
    """Return half the width and height of a node and its label."""
    lines, font, size = node["label"].split("\n"), node["font"]["size"], node["size"]
    width = max(2 * size, *(_width(line, font) for line in lines))
    return width / 2 + 8, size + 0.6 * font * len(lines) + 6
