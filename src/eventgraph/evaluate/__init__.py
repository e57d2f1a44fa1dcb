"""Claims against gold annotations: precision, recall and F1 by type of claim."""

from eventgraph.evaluate.entity import GoldEntity
from eventgraph.evaluate.gold import GoldArticle, load_gold
from eventgraph.evaluate.listing import format_changes, format_errors
from eventgraph.evaluate.report import format_comparison, format_table, make_table
from eventgraph.evaluate.run import Run, changes, counts_of, is_run, make_run, read_run, write_run
from eventgraph.evaluate.scoring import Score, score
from eventgraph.evaluate.verdict import Verdict

__all__ = [
    "GoldArticle",
    "GoldEntity",
    "Run",
    "Score",
    "Verdict",
    "changes",
    "counts_of",
    "format_changes",
    "format_comparison",
    "format_errors",
    "format_table",
    "is_run",
    "load_gold",
    "make_run",
    "make_table",
    "read_run",
    "score",
    "write_run",
]
