"""Dates of a text, resolved against the day it was published."""

from eventgraph.annotate.dates.dates import find_dates
from eventgraph.annotate.dates.expression import DateExpression

__all__ = ["DateExpression", "find_dates"]
