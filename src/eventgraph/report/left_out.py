"""What was left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eventgraph.read import tell_unread
from eventgraph.report.section import Line, Section
from eventgraph.report.told import Told

if TYPE_CHECKING:
    from eventgraph.graph import Graph

LISTED = 200  # at most


def _listed(what: str, names: Sequence[str], more: str) -> Iterator[Line]:
    yield from (Line(f"{what}: {name}") for name in names[:LISTED])
    if len(names) > LISTED:
        yield Line(f"and {len(names) - LISTED:,} more {more}")


def left_out(graph: Graph, told: Told) -> Section:
    """Inputs that could not be read, articles without a claim or a date, copies, and what is told undated."""
    silent = sorted(
        {article.id for article in graph.articles} - {claim.article for claim in graph.claims_all}
    )
    undated = [article.id for article in graph.articles if not article.published]
    copies = [f"{id} ({first})" for id, first in sorted(graph.witnesses.items()) if id != first]
    lines = [
        *_listed("Not read", [*map(str, tell_unread(graph.failures))], "inputs that were not read"),
        *_listed("Read, but no claim was found in it", silent, "articles without a claim"),
        *_listed(
            "Read, but without a date, so that words like 'Tuesday' have none", undated, "without a date"
        ),
        *_listed("Read, but counted as one witness with the article whose text it has", copies, "copies"),
    ]
    timeless = sum(told.is_contact(event) and not event.date for event in told.events)
    if timeless:
        lines.append(Line(f"Meetings, calls and letters of which no article gives the date: {timeless:,}"))
    about = (
        "Only what stands in the text is in the graph: a claim whose quote or parties are not in it "
        "is refused. eventgraph rules tells in which sentences a rule fired in vain."
    )
    return Section("What was left out", about, tuple(lines))
