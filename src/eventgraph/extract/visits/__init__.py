"""Who went where."""

from eventgraph.extract.visits.visits import Visits

__all__ = ["Visits"]
