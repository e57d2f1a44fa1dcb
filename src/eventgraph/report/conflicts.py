"""Conflicts between sources: what `graph/rivals.py` finds, all versions side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventgraph.graph.rivals import Rivalry, find_rivals
from eventgraph.report.events import LINES, rest
from eventgraph.report.section import Line, Section
from eventgraph.report.told import Told

if TYPE_CHECKING:
    from eventgraph.graph import Graph

KINDS = {
    "denial": "Stated and denied",
    "toll": "Figures differ",
    "holders": "Several holders of one office",
    "date": "Told of two days: perhaps one event, perhaps two",
}


def conflicts(graph: Graph, told: Told) -> Section:
    """What sources tell differently, by kind."""
    rivals = find_rivals(graph.merged, {article.id: article.published for article in graph.articles})
    lines = [line for kind in KINDS for one in rivals if one.kind == kind for line in _versions(one, told)]
    about = (
        "Where articles tell different things, each version stands with its source. Nothing has been decided."
    )
    return Section("Conflicts between sources", about, tuple(lines[:LINES]), rest(len(lines)))


def _versions(rivalry: Rivalry, told: Told) -> Iterator[Line]:
    for number, (version, claims) in enumerate(rivalry.versions, 1):
        text = f"{KINDS[rivalry.kind]}, version {number}: {rivalry.about}: {version}"
        yield Line(text, sources=told.sources(claims), more=told.support(claims))
