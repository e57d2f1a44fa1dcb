"""The network as pyvis keeps it: nodes for entities, edges for what is said between two of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyvis.network import Network

from eventgraph.model import Claim
from eventgraph.view.drawing import Drawing
from eventgraph.view.edges import make_edges
from eventgraph.view.nodes import make_nodes, place_nodes

# vis-network's settings: no physics, and what is slow switched off.
OPTIONS = {
    "nodes": {"borderWidth": 1, "borderWidthSelected": 4, "scaling": {"label": {"drawThreshold": 7}}},
    "edges": {
        "smooth": False,
        "scaling": {"label": {"drawThreshold": 6}},
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "hideEdgesOnDrag": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}


def make_network(
    claims: Sequence[Claim], drawing: Drawing, witnesses: Mapping[str, str] | None = None
) -> Network:
    """Return pyvis' network of `claims`; the facts of an edge are places in `claims`.

    `witnesses` leads from articles to those whose copies they are.

    pyvis' own `add_edge` compares each edge with all others, so its lists are filled directly.
    """
    network = Network(height="100%", width="100%", directed=True)
    network.edges = make_edges(claims, drawing, witnesses or {})
    network.nodes = make_nodes(claims, network.edges, drawing)
    place_nodes(network.nodes, network.edges)
    network.options = OPTIONS
    return network
