"""When an attack was that is recalled: on *the fifth anniversary of the attack*, five years before."""

from __future__ import annotations

import re

from spacy.tokens import Token

from eventgraph.extract.arguments.timing import date_expression
from eventgraph.extract.grammar.syntax import first_conjunct
from eventgraph.lexicon import load

YEARS = re.compile(r"(\d+)(?:st|nd|rd|th|-year)?")


def anniversary_of(attack: Token) -> Token | None:
    """Return the anniversary that recalls the attack: *the fifth anniversary of the attack*."""
    above = first_conjunct(attack).head
    return above if above.lemma_.lower() == "anniversary" and above.i < attack.i else None


def recalled_day(anniversary: Token) -> str | None:
    """Return the attack's ISO date, counted back from that of its anniversary; None if that has none."""
    found = date_expression(anniversary)
    before = [one for child in anniversary.lefts for one in (child, *child.lefts)]
    years = next((n for child in before if (n := _years(child))), None)
    return f"{int(found.value[:4]) - years}{found.value[4:]}" if found and years else None


def _years(word: Token) -> int | None:
    """*fifth*, *10th*, *20-year*, *five-year*: how many."""
    text = word.lower_
    match = YEARS.match(text)
    if match:
        return int(match[1])
    counts = load("numbers")
    year = re.sub(r"(?:-?years?)$", "", text)
    known: dict[str, int] = counts["ordinals"] | counts["units"] | counts["tens"]
    return known.get(text) or known.get(year)
