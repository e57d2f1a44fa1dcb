"""Claims to RDF: memberships and events as nodes with their evidence, and plain triples beside them."""

from eventgraph.graph.graph import Graph
from eventgraph.graph.namespaces import DEFAULT_BASE

__all__ = ["DEFAULT_BASE", "Graph"]
