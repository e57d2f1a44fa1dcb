"""Knowledge graphs from news, every fact with its quote.

import eventgraph as eg
graph = eg.build("articles/*.txt")
graph.save("output/")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventgraph.errors import EventgraphError, PatternError, ReadError, StoreError, UsageError
    from eventgraph.graph import Graph
    from eventgraph.model import Article, Claim, Entity, Evidence, Mention
    from eventgraph.pipeline import build

_HOMES = {
    "Article": "model", "Claim": "model", "Entity": "model", "Evidence": "model", "Mention": "model",
    "EventgraphError": "errors", "PatternError": "errors", "ReadError": "errors", "StoreError": "errors",
    "UsageError": "errors", "Graph": "graph", "build": "pipeline",
}  # fmt: skip

__all__ = [
    "Article",
    "Claim",
    "Entity",
    "EventgraphError",
    "Evidence",
    "Graph",
    "Mention",
    "PatternError",
    "ReadError",
    "StoreError",
    "UsageError",
    "build",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import public names when first used: `eventgraph --help` must not load a language model."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"eventgraph.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'eventgraph' has no attribute {name!r}")
