"""Claims to RDF: memberships and events as nodes with their evidence, and plain triples beside them."""

from typing import TYPE_CHECKING, Any

from eventgraph.graph.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from eventgraph.graph.graph import Graph

__all__ = ["DEFAULT_BASE", "Graph"]


def __getattr__(name: str) -> Any:
    """Import the graph when first used: a query and the server's processes need no rdflib or networkx."""
    if name == "Graph":
        from eventgraph.graph.graph import Graph

        return Graph
    raise AttributeError(f"module 'eventgraph.graph' has no attribute {name!r}")
