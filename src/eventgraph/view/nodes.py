"""Nodes: the entities, ranked, labelled and given their places."""

from __future__ import annotations

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from eventgraph.graph.entities import merge_entities
from eventgraph.model import Claim, Entity
from eventgraph.view.drawing import Drawing
from eventgraph.view.edges import Row
from eventgraph.view.homes import Home, make_homes, make_roles
from eventgraph.view.layout import Box, make_layout

CORE = 44  # nodes at the first look
TIES = 3  # edges into the core that keep there who is in touch with nobody: a capital, a ministry
LINE, LINES = 18, 3  # characters and lines of a label
LETTER = 0.58  # of the font size: about the width of a letter


def make_nodes(claims: Sequence[Claim], edges: Sequence[Row], drawing: Drawing) -> list[Row]:
    """Return one node for each entity: the core, shown at once, then the others, most central first."""
    entities = merge_entities(claims)
    homes, roles = make_homes(claims), make_roles(claims, drawing)
    contact = {name for name, relation in drawing.relations.items() if relation.contact}
    weight = weigh_nodes(edges, contact)
    ranked = sorted(entities, key=lambda id: (-weight[id], id))
    core = get_core(ranked, edges, contact)
    ranked.sort(key=lambda id: id not in core)
    return [
        {
            **_node(entities[id], weight[id], id in core),
            **_belonging(entities[id], homes),
            "role": roles.get(id, ""),
        }
        for id in ranked
    ]


def weigh_nodes(edges: Sequence[Row], contact: Set[str]) -> dict[str, float]:
    """Return how central each node is: words exchanged count in full, all else by its logarithm."""
    words: dict[str, float] = defaultdict(float)
    other: dict[str, float] = defaultdict(float)
    for edge in edges:
        for end in (edge["from"], edge["to"]):
            (words if edge["relation"] in contact else other)[end] += edge["weight"]
    return defaultdict(float, {id: words[id] + math.log2(1 + other[id]) for id in {*words, *other}})


def get_core(ranked: Sequence[str], edges: Sequence[Row], contact: Set[str]) -> set[str]:
    """Return about CORE of the most central ids, of whom each is tied well to others of them."""
    for size in range(CORE, 5 * CORE, CORE // 4):
        core = _prune(set(ranked[:size]), edges, contact)
        if len(core) >= CORE or size >= len(ranked):
            break
    return core if any({edge["from"], edge["to"]} <= core for edge in edges) else set(ranked[:CORE])


def _prune(core: set[str], edges: Sequence[Row], contact: Set[str]) -> set[str]:
    """Leave out who exchanged no word with one of them and has few other ties to them."""
    before = 0
    while core and len(core) != before:
        before, ties = len(core), _ties(core, edges, contact)
        core = {id for id in core if ties[id] >= TIES}
    return core


def _ties(core: set[str], edges: Sequence[Row], contact: Set[str]) -> Counter[str]:
    ties: Counter[str] = Counter()
    for edge in edges:
        ends = {edge["from"], edge["to"]}
        if ends <= core:
            worth = TIES if edge["relation"] in contact and not edge["mark"] else 1
            ties.update(dict.fromkeys(ends, worth))
    return ties


def _node(entity: Entity, weight: float, core: bool) -> Row:
    return {
        "id": entity.id,
        "label": "\n".join(wrap(entity.name)),
        "name": entity.name,
        "names": sorted({*entity.names} - {entity.name}),
        "type": entity.type,
        "core": core,
        "size": round(min(8 + 3.2 * math.sqrt(weight), 26), 1),
        "font": round(min(15 + 1.8 * math.sqrt(weight), 26)),
    }


def _belonging(entity: Entity, homes: Mapping[str, Home]) -> Row:
    """A country or organisation belongs to itself."""
    home = homes.get(entity.id, Home())
    return {
        "countries": [entity.id] if entity.type == "country" else list(home.countries),
        "organizations": [entity.id] if entity.type == "organization" else list(home.organizations),
    }


def wrap(name: str) -> list[str]:
    """Break a name into the lines of its label; what is too long for LINES of them ends in an ellipsis."""
    return textwrap.wrap(name, LINE, max_lines=LINES, break_on_hyphens=False, placeholder=" …") or [
        name[:LINE]
    ]


def place_nodes(nodes: Sequence[Row], edges: Sequence[Row]) -> None:
    """Give each its place among all (`all`), in the core that at the first look (`first`), and its `box`.

    The box is half the width and height of node and label, and how far below the node its middle is.
    """
    index = {node["id"]: place for place, node in enumerate(nodes)}
    springs = [(index[edge["from"]], index[edge["to"]], 0.5 + edge["weight"]) for edge in edges]
    boxes = [_box(node) for node in nodes]
    halves: list[Box] = [(width, height) for width, height, _ in boxes]
    core = sum(node["core"] for node in nodes)
    first = make_layout([spring for spring in springs if max(spring[:2]) < core], halves[:core])
    everywhere = first if core == len(nodes) else make_layout(springs, halves)
    for place, node in enumerate(nodes):
        below = boxes[place][2]
        node["all"] = [everywhere[place][0], everywhere[place][1] - below]
        node["first"] = [first[place][0], first[place][1] - below] if node["core"] else None
        node["box"] = list(boxes[place])


def _box(node: Row) -> tuple[int, int, int]:
    lines, font, size = node["label"].split("\n"), node["font"], node["size"]
    width = max(2 * size, *(LETTER * font * len(line) for line in lines))
    label = 5 + 1.15 * font * len(lines)
    return round(width / 2 + 8), round(size + label / 2 + 4), round(label / 2)
