"""Bytes to articles: files, folders, patterns and standard input; text, HTML, JSONL and CSV."""

from eventgraph.read.articles import read_articles, stream_articles
from eventgraph.read.dateline import Dateline
from eventgraph.read.lines import Line, LineKind, find_dateline, label_lines

__all__ = ["Dateline", "Line", "LineKind", "find_dateline", "label_lines", "read_articles", "stream_articles"]
