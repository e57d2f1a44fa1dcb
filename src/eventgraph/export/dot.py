"""DOT for Graphviz: what was planned, denied or is no more is drawn dashed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eventgraph.export.property_graph import PropertyGraph, Value, flatten

# Longer labels would fill the picture, and Graphviz refuses quoted strings of more than 16 kB.
LONGEST = 120
# Graphviz reads escapes and HTML entities in labels.
ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "", "&": "&amp;"}
SHOWN = ("type", "iri", "relation", "fact", "date", "since", "until", "modality", "status")


def write_dot(graph: PropertyGraph) -> bytes:
    """A picture's source, not an archive: names, types, dates, modality and IRIs only."""
    return "".join(_lines(graph)).encode("utf-8")


def _lines(graph: PropertyGraph) -> Iterator[str]:
    yield 'digraph eventgraph {\ncharset="UTF-8";\nnode [shape=box, style=rounded];\n'
    for node in graph.nodes:
        yield f"{quote(node.id)} [{_attributes(node.record())}];\n"
    for edge in graph.edges:
        style = ", style=dashed" if edge.qualifier else ""
        inside = f"id={quote(edge.id)}, {_attributes(edge.record())}{style}"
        yield f"{quote(edge.source)} -> {quote(edge.target)} [{inside}];\n"
    yield "}\n"


def _attributes(record: Mapping[str, Value]) -> str:
    shown = {name: str(flatten(record[name])) for name in ("label", *SHOWN) if name in record}
    return ", ".join(f"{name}={quote(shorten(value))}" for name, value in shown.items())


def shorten(text: str) -> str:
    """The text, cut with an ellipsis where it is too long to draw."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def quote(text: str) -> str:
    """The text as a quoted string of DOT that is drawn as it is."""
    return '"' + re.sub(r'[\\"\n\r&]', lambda match: ESCAPED[match[0]], text) + '"'
