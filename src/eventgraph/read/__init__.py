"""Bytes to articles: files, folders, patterns, web addresses and standard input, in ten formats."""

from eventgraph.read.articles import read_articles, stream_articles
from eventgraph.read.dateline import Dateline
from eventgraph.read.lines import Line, LineKind, find_dateline, label_lines
from eventgraph.read.unread import tell_unread

__all__ = [
    "Dateline",
    "Line",
    "LineKind",
    "find_dateline",
    "label_lines",
    "read_articles",
    "stream_articles",
    "tell_unread",
]
