"""How long an office was held: *since 2015*, *until last year*, *was president*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.model import Value

FROM = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "to"})
PAST = frozenset({"was", "were", "had"})


def is_over(trigger: Token, by_tense: bool) -> bool:
    """Is the tenure that the verb or noun tells over: told to last *until* something, or by a past tense?"""
    ended = any(word.lower_ in {"until", "till"} for word in _markers(trigger))
    helpers = {c.lower_ for c in trigger.children if c.dep_ in {"cop", "aux"}}
    past = trigger.tag_ == "VBD" or bool(helpers & PAST)
    return ended or (by_tense and past)


def tenure_dates(trigger: Token) -> dict[str, Value]:
    """Return the dates between which the office is told to be held, as `since` and `until`, where given."""
    found: dict[str, Value] = {}
    for date, marker in _marked(trigger):
        if marker in FROM:
            found.setdefault("since", date.value)
        elif marker in UNTIL:
            found.setdefault("until", date.value)
    return found


def _markers(trigger: Token) -> Iterator[Token]:
    for verb in (trigger, *trigger.conjuncts):
        for child in verb.rights:
            yield from (c for c in child.children if c.dep_ in {"case", "mark"})


def _marked(trigger: Token) -> Iterator[tuple[DateExpression, str]]:
    """The dates below the trigger with the word before each."""
    doc = trigger.doc
    for date in doc._.dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is not None and span.start and trigger in span.root.ancestors:
            before = doc[span.start - 1] if span[0].lower_ not in FROM | UNTIL else span[0]
            yield date, before.lower_
