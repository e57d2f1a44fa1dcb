"""Claims against gold annotations: precision, recall and F1 by type of claim."""

from eventgraph.evaluate.gold import GoldArticle, GoldEntity, load_gold
from eventgraph.evaluate.report import format_comparison, format_errors, format_table, make_table
from eventgraph.evaluate.scoring import Mistake, Score, score

__all__ = [
    "GoldArticle",
    "GoldEntity",
    "Mistake",
    "Score",
    "format_comparison",
    "format_errors",
    "format_table",
    "load_gold",
    "make_table",
    "score",
]
