"""Attacks: who did violence to whom or what."""

from eventgraph.extract.attacks.attacks import Attacks

__all__ = ["Attacks"]
