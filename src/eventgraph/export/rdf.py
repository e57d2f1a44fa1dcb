"""The graph in the line and block formats of RDF: N-Triples, N-Quads, Turtle, TriG."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.export.named_graphs import named_graphs
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import prefixes_below
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.turtle import TurtleWriter, prefix_lines, sort_triples, subject_blocks


def write_turtle(graph: Graph) -> bytes:
    """The same bytes as `graph.ttl` of a build."""
    return graph.to_turtle()


def write_ntriples(graph: Graph) -> bytes:
    """A triple a line, sorted."""
    return _encode(_lines(graph.triples(), TurtleWriter({})))


def write_nquads(graph: Graph) -> bytes:
    """A triple and its named graph a line, sorted within each graph."""
    writer = TurtleWriter({})
    return b"".join(_encode(_lines(triples, writer, iri)) for iri, triples in named_graphs(graph))


def write_trig(graph: Graph) -> bytes:
    """Turtle in a block a named graph."""
    prefixes = prefixes_below(graph.base)
    writer = TurtleWriter(prefixes)
    blocks = (
        f"\n{writer.iri(iri)} {{\n{''.join(subject_blocks(sort_triples(triples), writer))}}}\n"
        for iri, triples in named_graphs(graph)
    )
    return _encode((*prefix_lines(prefixes), *blocks))


def _lines(triples: Iterable[Triple], writer: TurtleWriter, graph: Iri | None = None) -> list[str]:
    end = f" {writer.iri(graph)} .\n" if graph else " .\n"
    return sorted(f"{writer.iri(s)} {writer.iri(p)} {writer.term(o)}{end}" for s, p, o in triples)


def _encode(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("utf-8")
