"""Who spoke with, met or wrote to whom."""

from eventgraph.extract.communications.communications import Communications

__all__ = ["Communications"]
