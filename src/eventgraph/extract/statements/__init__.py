"""Statements: who said, wrote, announced what."""

from eventgraph.extract.statements.statements import Statements

__all__ = ["Statements"]
