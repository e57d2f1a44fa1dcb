"""The network as one SVG picture: what `picture.js` draws of the page, without the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from eventgraph.export.xml_text import text as escape
from eventgraph.view.drawing import Drawing, load_drawing
from eventgraph.view.network import make_network

if TYPE_CHECKING:
    from eventgraph.graph import Graph

Row = Mapping[str, Any]
CORNERS = {"square": (4, 45), "diamond": (4, 0), "triangle": (3, -90), "hexagon": (6, 0)}
"""How many corners a shape has, and at which angle the first one is; all else is a dot."""
MARGIN = 20  # pixels
HALO = 'paint-order="stroke" stroke="#ffffff" stroke-width="3"'
"""Keeps words legible over lines."""
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}" font-family="sans-serif">
<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#ffffff"/>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
<path d="M0,0 L8,4 L0,8 z" fill="#666666"/></marker></defs>
"""


def make_svg(graph: Graph) -> str:
    """Return all names of the graph and what joins them; the same graph gives the same text."""
    drawing = load_drawing()
    network = make_network(graph.merged, drawing, graph.witnesses)
    nodes = {node["id"]: node for node in network.nodes}
    labelled = len({edge["label"] for edge in network.edges}) > 1  # of one label all are, it says nothing
    lines = [
        *(_edge(edge, nodes, edge["label"] if labelled else "") for edge in network.edges),
        *(_node(node, drawing) for node in network.nodes),
    ]
    return HEAD.format(**_bounds(network.nodes)) + "\n".join(lines) + "\n</svg>\n"


def _bounds(nodes: list[Row]) -> dict[str, int]:
    """The box of all nodes with their labels, and a margin."""
    boxes = [(*node["all"], *node["box"]) for node in nodes]
    left, right = min(x - w for x, _, w, _, _ in boxes), max(x + w for x, _, w, _, _ in boxes)
    top = min(y + below - h for _, y, _, h, below in boxes)
    bottom = max(y + below + h for _, y, _, h, below in boxes)
    return {
        "x": left - MARGIN,
        "y": top - MARGIN,
        "width": right - left + 2 * MARGIN,
        "height": bottom - top + 2 * MARGIN,
    }


def _edge(edge: Row, nodes: Mapping[str, Row], label: str) -> str:
    """A bowed line from rim to rim, and what it is called, if that is anything, at its middle."""
    one, other = nodes[edge["from"]], nodes[edge["to"]]
    (x, y), (to_x, to_y) = one["all"], other["all"]
    length = math.hypot(to_x - x, to_y - y) or 1
    along, across = ((to_x - x) / length, (to_y - y) / length), 2 * edge["bend"]
    bow = ((x + to_x) / 2 + across * (to_y - y), (y + to_y) / 2 - across * (to_x - x))
    start = (x + along[0] * one["size"], y + along[1] * one["size"])
    end = (to_x - along[0] * (other["size"] + 2), to_y - along[1] * (other["size"] + 2))
    middle = [(a + 2 * b + c) / 4 for a, b, c in zip(start, bow, end, strict=True)]
    path = f"M{_point(start)} Q{_point(bow)} {_point(end)}"
    colour, width = edge["colour"], edge["width"]
    dashes = f' stroke-dasharray="{edge["dashes"][0]},{edge["dashes"][1]}"' if edge["dashes"] else ""
    arrow = ' marker-end="url(#arrow)"' if edge["arrow"] else ""
    line = f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}{arrow}/>'
    return f"{line}\n{_text(middle[0], middle[1], 9, label, '#666666')}" if label else line


def _node(node: Row, drawing: Drawing) -> str:
    (x, y), size = node["all"], node["size"]
    style = drawing.entities.get(node["type"])
    colour, shape = (style.colour, style.shape) if style else (drawing.other, "dot")
    line = 1.15 * node["font"]
    words = (
        _text(x, y + size + 5 + line * (number + 0.75), node["font"], part, "#222222")
        for number, part in enumerate(node["label"].split("\n"))
    )
    return "\n".join(
        (f"<g><title>{escape(node['name'])}</title>{_shape(shape, x, y, size, colour)}</g>", *words)
    )


def _shape(shape: str, x: float, y: float, size: float, colour: str) -> str:
    if shape not in CORNERS:
        return f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}"/>'
    corners = " ".join(_point(corner) for corner in _corners(*CORNERS[shape], x, y, size))
    return f'<polygon points="{corners}" fill="{colour}"/>'


def _corners(count: int, first: int, x: float, y: float, size: float) -> Iterator[tuple[float, float]]:
    for number in range(count):
        angle = math.radians(first + 360 * number / count)
        yield x + size * math.cos(angle), y + size * math.sin(angle)


def _point(point: tuple[float, ...]) -> str:
    return ",".join(f"{round(value, 1):g}" for value in point)


def _text(x: float, y: float, size: float, text: str, colour: str) -> str:
    where = f'x="{x:.1f}" y="{y:.1f}"'
    return (
        f'<text {where} font-size="{size}" text-anchor="middle" fill="{colour}" {HALO}>{escape(text)}</text>'
    )
