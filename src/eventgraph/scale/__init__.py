"""What keeps a large corpus small in memory: articles are mapped by processes, and wait on disk in order."""

from eventgraph.scale.map import Workers, chunks, map_articles
from eventgraph.scale.rows import SortedRows
from eventgraph.scale.spool import Spool

__all__ = ["SortedRows", "Spool", "Workers", "chunks", "map_articles"]
