"""Which entities of different articles are one."""

from eventgraph.resolve.resolver import resolve

__all__ = ["resolve"]
