"""Closed lists of words and names: data in YAML, looked up by small functions, read when first asked."""

from eventgraph.lexicon.data import load, words
from eventgraph.lexicon.territory import (
    Metonym,
    Territory,
    find_capital,
    find_country,
    find_demonym,
    find_metonym,
)

__all__ = [
    "Metonym",
    "Territory",
    "find_capital",
    "find_country",
    "find_demonym",
    "find_metonym",
    "load",
    "words",
]
