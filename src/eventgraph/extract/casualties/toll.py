"""The figures of a toll: *the death toll rose from 14 to 31*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.lexicon import words

LINKS = frozenset({"to", "of", "at"})
EQUATING = frozenset({"was", "is", "were", "are", "as"})
REACH = 10  # words between a toll and its figure


def toll_figures(trigger: Token) -> list[Token]:
    """Return the number after *to*: *the death toll rose from 14 to 31*, *the toll was 13 dead*."""
    after = trigger.doc[trigger.i + 1 : min(trigger.i + REACH, trigger.sent.end - 1)]
    told = (one for one in after if one.pos_ == "NUM")
    return [one for one in told if one.nbor(-1).lower_ in LINKS or (is_equated(one) and _is_alone(one))]


def is_equated(number: Token) -> bool:
    """*was 13*, *is now 13*, *gave the number of dead as six*."""
    before = number.nbor(-2 if number.nbor(-1).lower_ in {"now", "already"} else -1).lower_
    return before in EQUATING


def _is_alone(number: Token) -> bool:
    """Not *was 13 percent up*, *was 13 times as high*."""
    after = number.nbor()
    return after.is_punct or after.pos_ in {"CCONJ", "SCONJ"} or after.lower_ in words("casualty.counting")
