"""The date of an event: the date expression nearest to its trigger in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.dates import DateExpression

DEADLINE = "by "  # of something else, or the end of a time
SINCE = "since "
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OTHER_EVENTS = frozenset({"ccomp", "acl:relcl", "advcl", "parataxis", "csubj", "acl"})


def date_of(trigger: Token) -> str | None:
    """Return the ISO date of the event, or None."""
    found = date_expression(trigger)
    return found.value if found else None


def date_expression(trigger: Token) -> DateExpression | None:
    """Return the date expression that tells when the event is, or None.

    A date belongs to the event if it hangs on the trigger, on the verb that governs a trigger noun, or on
    a verb the trigger is coordinated with or complements; never if another clause lies between.
    """
    inside = (d for d in trigger.doc._.dates if trigger.sent.start_char <= d.start < trigger.sent.end_char)
    dates = [d for d in inside if not _is_deadline(trigger, d) and not is_since(d)]
    scored = [(cost, d.start, d) for d in dates if (cost := _cost(trigger, d)) is not None]
    return min(scored, key=lambda s: s[:2])[2] if scored else None


def _is_deadline(trigger: Token, date: DateExpression) -> bool:
    """*by Friday*; not *appalled by Friday's attack*."""
    after = trigger.doc.text[date.end : date.end + 2]
    return date.text.lower().startswith(DEADLINE) and after not in {"'s", "’s"}


def is_since(date: DateExpression) -> bool:
    """Does it tell only since when? *her third visit since May*."""
    return date.text.lower().startswith(SINCE)


def _cost(trigger: Token, date: DateExpression) -> int | None:
    """Steps from the date up to the trigger or to a verb above it; None if it belongs to another event."""
    span = trigger.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None:
        return None
    above = dict(_chain(trigger))
    for steps, token in enumerate((span.root, *span.root.ancestors)):
        if token.i in above:
            return steps + above[token.i]
        if token.dep_ in OTHER_EVENTS and not _is_at_the_time(token):
            return None
    return None


def _is_at_the_time(clause: Token) -> bool:
    """*was in Rome when the bank broke on May 23*: on May 23, too."""
    when = any(child.lower_ == "when" and child.i < clause.i for child in clause.lefts)
    return when and clause.dep_ == "advcl" and clause.tag_ in {"VBD", "VBN"}


def is_aside(noun: Token) -> bool:
    """*Lee, on a tour of the Gulf, plans to rest on Friday*: what stands between subject and verb."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    subject = any(child.dep_ in SUBJECTS and child.i < noun.i for child in noun.head.lefts)
    return noun.dep_ == "obl" and before.text == "," and subject and noun.i < noun.head.i


def _chain(trigger: Token) -> Iterator[tuple[int, int]]:
    """The trigger and the words above it that share its time, each with its distance."""
    yield trigger.i, 0
    token, cost = trigger, 0
    while token.dep_ in {
        "obj",
        "obl",
        "nmod",
        "nsubj",
        "nsubj:pass",
        "conj",
        "xcomp",
        "advcl",
        "acl",
    }:
        token, cost = token.head, cost + 2
        yield token.i, cost
