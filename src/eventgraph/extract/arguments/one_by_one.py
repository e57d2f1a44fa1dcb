"""Several told of with one verb, one after the other, each with a time or place of his own.

*met Lee in Oslo on Monday and Kim in Bern on Friday* is two meetings, whatever the parser hangs Kim on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.places import PLACES, places
from eventgraph.extract.grammar.syntax import preposition

NAMED = frozenset({"person", "organization", "country"})
JOINING = frozenset({"and", ","})
LOCAL = frozenset({"in", "at"})
STOPS = frozenset(
    {";", ":", "but", "while", "(", "–", "—", "not", "n't", "instead", "rather", "without", "except", "ahead"}
)
CLAUSE = frozenset({"VERB", "AUX", "SCONJ"})
NOT_MET = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "appos"})


class Part(NamedTuple):
    """Those met together, with what is told of their place and date."""

    who: list[Reference]
    place: list[Reference]
    date: str | None


def one_by_one(verb: Token, others: Sequence[Reference]) -> list[Part]:
    """Return the parts that a verb tells of, `others` being those whom the parser gives it.

    None where it tells of one thing: somebody has neither a place nor a date of his own.
    """
    clause = _clause(verb)
    told = {one.head: one for one in others if clause.start <= one.head < clause.end}
    if not told or len(told) < len(others) or others[0].entity.type not in NAMED:
        return []
    type_ = others[0].entity.type
    parts: list[Part] = []
    waiting: list[Reference] = []
    for span in _pieces(clause):
        waiting += [told[token.i] for token in span if token.i in told] or _named(span, type_)
        place, date = _place(span), _date(span)
        if waiting and (place or date):
            parts.append(Part(waiting, place, date))
            waiting = []
        elif parts and not waiting:
            parts[-1] = Part(parts[-1].who, parts[-1].place or place, parts[-1].date or date)
    return parts if len(parts) > 1 and not waiting else []


def _clause(trigger: Token) -> Span:
    """The words after the verb, up to the next clause."""
    rest = trigger.doc[trigger.i + 1 : trigger.sent.end]
    ends = (token.i for token in rest if token.pos_ in CLAUSE or token.lower_ in STOPS)
    return trigger.doc[rest.start : next(ends, rest.end)]


def _pieces(clause: Span) -> Iterator[Span]:
    """The clause, cut at each *and* and comma."""
    cuts = [token.i for token in clause if token.lower_ in JOINING]
    for start, end in zip([clause.start, *cuts], [*cuts, clause.end], strict=True):
        yield clause.doc[start:end]


def _named(span: Span, type_: str) -> list[Reference]:
    """Who is named first in the words, of the type of those whom the parser gives the verb."""
    found = ((token, reference(token)) for token in span)
    names = ((t, one) for t, one in found if one and one.mention.via == "name" and one.head == t.i)
    first, one = next(((t, one) for t, one in names if one.entity.type == type_), (None, None))
    if first is None or one is None or first.dep_ in NOT_MET or preposition(first) in LOCAL:
        return []
    under = first.head.i in range(span.start, span.end) and first.head.ent_type_ not in PLACES  # Lee's death
    beside = type_ == "country" and span[0].text == ","  # Geneva, Switzerland
    return [] if under or beside else [one]


def _place(span: Span) -> list[Reference]:
    return places(token for token in span if preposition(token) in LOCAL)[:1]


def _date(span: Span) -> str | None:
    inside = (date for date in span.doc._.dates if span.start_char <= date.start < span.end_char)
    return next((date.value for date in inside), None)
