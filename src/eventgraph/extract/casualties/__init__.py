"""Casualties: how many were killed or injured."""

from eventgraph.extract.casualties.casualties import Casualties

__all__ = ["Casualties"]
