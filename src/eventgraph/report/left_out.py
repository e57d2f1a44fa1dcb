"""What was left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.report.section import Line, Section
from eventgraph.report.told import Told

if TYPE_CHECKING:
    from eventgraph.graph import Graph

LISTED = 200  # at most


def left_out(graph: Graph, told: Told) -> Section:
    """Inputs that could not be read, articles without a claim, and what is told without a date."""
    silent = sorted(
        {article.id for article in graph.articles} - {claim.article for claim in graph.claims_all}
    )
    lines = [Line(f"Not read: {failure}") for failure in sorted(graph.failures, key=str)]
    lines += [Line(f"Read, but no claim was found in it: {id}") for id in silent[:LISTED]]
    if len(silent) > LISTED:
        lines.append(Line(f"and {len(silent) - LISTED:,} more articles without a claim"))
    undated = sum(told.is_contact(event) and not event.date for event in told.events)
    if undated:
        lines.append(Line(f"Meetings, calls and letters of which no article gives the date: {undated:,}"))
    about = (
        "Only what stands in the text is in the graph: a claim whose quote or parties are not in it "
        "is refused. eventgraph rules tells in which sentences a rule fired in vain."
    )
    return Section("What was left out", about, tuple(lines))
