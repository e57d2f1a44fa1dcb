"""What keeps a large corpus small in memory: articles are mapped by processes, and wait on disk in order."""

from eventgraph.scale.map import chunks, map_articles
from eventgraph.scale.spool import Spool

__all__ = ["Spool", "chunks", "map_articles"]
