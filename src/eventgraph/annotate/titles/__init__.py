"""Titles beside names, and the nouns they are made of: *Israeli defense minister Benny Gantz*."""

from eventgraph.annotate.titles.noun import is_title
from eventgraph.annotate.titles.phrases import TitlePhrase, phrase
from eventgraph.annotate.titles.titles import find_titles

__all__ = ["TitlePhrase", "find_titles", "is_title", "phrase"]
