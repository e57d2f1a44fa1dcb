"""Which entities of different articles are one."""

from eventgraph.resolve.judgements import Judgement, read_judgements
from eventgraph.resolve.resolver import Resolution, resolve, resolve_with_reasons

__all__ = ["Judgement", "Resolution", "read_judgements", "resolve", "resolve_with_reasons"]
