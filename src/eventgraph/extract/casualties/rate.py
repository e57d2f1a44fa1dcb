"""Figures of a rate, not of one event: *kills 200 people a year*."""

from __future__ import annotations

from spacy.tokens import Token

YEARLY = frozenset({"annually", "yearly", "annual"})
PERIODS = frozenset({"year", "month", "week", "day", "hour"})
OFTEN = frozenset({"a", "an", "each", "every", "per"})
SINCE = frozenset({"ago", "later", "earlier", "after", "before", "on", "old", "since"})  # a year ago


def is_rate(trigger: Token, head: Token) -> bool:
    """*four deaths per 100,000*, *kills 40 people a year*: nothing that happened."""
    for token in (trigger, head, *trigger.children, *head.children):
        below = {child.lower_ for child in token.children}
        if token.lower_ in YEARLY | {"per", "rate"} or "per" in below:
            return True
        if token.i + 1 < len(token.doc) and token.nbor().lower_ in YEARLY:
            return True
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        if token.lower_ in PERIODS and token.dep_.endswith("unmarked") and below & OFTEN:
            return after not in SINCE
    return False
