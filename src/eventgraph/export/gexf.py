"""GEXF 1.2 for Gephi: dates become spells, so that its timeline works."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence

from eventgraph.export.property_graph import PropertyGraph, Value, flatten, kind_of
from eventgraph.export.xml_text import attribute

TYPES = {"string": "string", "list": "string", "integer": "integer", "decimal": "double"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
<meta><creator>eventgraph</creator></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
"""


def write_gexf(graph: PropertyGraph) -> bytes:
    """A directed dynamic graph; what has no date is there always, lists are JSON."""
    return "".join(_parts(graph)).encode("utf-8")


def _parts(graph: PropertyGraph) -> Iterator[str]:
    nodes, edges = graph.node_columns[2:], tuple(c for c in graph.edge_columns[3:] if c != "label")
    yield HEAD
    yield from _attributes("node", nodes)
    yield from _attributes("edge", edges)
    yield "<nodes>\n"
    for node in graph.nodes:
        inside = _values(node.record(), nodes) + _spells(node.properties)
        yield f"<node id={attribute(node.id)} label={attribute(node.label)}>{inside}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in graph.edges:
        inside = _values(edge.record(), edges) + _spells(edge.properties)
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"<edge id={attribute(edge.id)} {ends} label={attribute(edge.label)}>{inside}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(domain: str, names: Sequence[str]) -> Iterator[str]:
    """An attribute's id is its title: graphology (Gephi Lite) knows it by the one, others by the other."""
    yield f'<attributes class="{domain}">\n'
    for name in names:
        yield f'<attribute id="{name}" title="{name}" type="{TYPES[kind_of(name)]}"/>\n'
    yield "</attributes>\n"


def _values(record: Mapping[str, Value], names: Sequence[str]) -> str:
    known = ((name, flatten(value)) for name, value in record.items() if name in names)
    values = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in known)
    return f"<attvalues>{values}</attvalues>"


def _spells(properties: Mapping[str, Value]) -> str:
    bounds = spell(properties)
    inside = " ".join(f'{name}="{day}"' for name, day in zip(("start", "end"), bounds, strict=True) if day)
    return f"<spells><spell {inside}/></spells>" if inside else ""


def spell(properties: Mapping[str, Value]) -> tuple[str | None, str | None]:
    """First and last day (ISO), as far as known: of the time a role is held, or else of the date."""
    since, until = properties.get("since"), properties.get("until")
    if not (since or until or "status" in properties):
        since = until = properties.get("date")
    return first_day(str(since)) if since else None, last_day(str(until)) if until else None


def first_day(date: str) -> str:
    """The first day of a year, month or day."""
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    """The last day of a year, month or day."""
    if len(date) == 4:
        return f"{date}-12-31"
    year, month = int(date[:4]), int(date[5:7])
    return date if len(date) > 7 else f"{date}-{calendar.monthrange(year, month)[1]:02}"
