"""The report as values: sections of lines, each with the sources it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.report.actors import actors
from eventgraph.report.conflicts import conflicts
from eventgraph.report.events import contacts, unsure
from eventgraph.report.left_out import left_out
from eventgraph.report.section import Report, Section
from eventgraph.report.told import Told
from eventgraph.view.rest import heading_of

if TYPE_CHECKING:
    from eventgraph.graph import Graph

__all__ = ["Report", "make_report"]


def make_report(graph: Graph) -> Report:
    """Return what the graph says, in words; the same claims and articles, in any order, give the same."""
    told = Told(graph)
    sections: Sequence[Section] = (
        actors(told),
        contacts(told),
        unsure(told),
        conflicts(graph, told),
        left_out(graph, told),
    )
    heading = graph.note or heading_of(graph.articles)
    return Report("Who met, called and wrote to whom", heading, tuple(sections))
