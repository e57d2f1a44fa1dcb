"""Roles: who holds, held or will hold which office."""

from eventgraph.extract.roles.roles import Roles

__all__ = ["Roles"]
