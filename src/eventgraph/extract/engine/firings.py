"""Sentences in which a trigger fired: did a claim come out?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from spacy.tokens import Doc

from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.trial import why_none
from eventgraph.model import Claim


class Firing(msgspec.Struct, frozen=True):
    """A rule whose trigger stands in a sentence, its conditions met.

    `reason` says why no claim of the rule's type came out of the sentence; it is empty if one did.
    """

    article: str
    rule: str
    trigger: str
    start: int
    end: int
    sentence: str
    reason: str


class Count(msgspec.Struct, frozen=True):
    """In how many sentences a rule fired, and in how many of them without a claim."""

    rule: str
    fired: int
    idle: int


def firings(doc: Doc, matcher: Matcher, claims: Sequence[Claim]) -> list[Firing]:
    """Return one firing for each rule and sentence, in the order of the text; `claims` came out of `doc`.

    Lines that tell no news (captions, bylines) are left out, as all extractors do.
    """
    found: dict[tuple[str, int], Firing] = {}
    for attempt in matcher.attempts(doc):
        sentence = attempt.trigger.sent
        key = (attempt.rule.id, sentence.start_char)
        if key in found or not attempt.trigger._.prose:
            continue
        told = any(
            claim.type == attempt.rule.makes
            and claim.evidence.start < sentence.end_char
            and sentence.start_char < claim.evidence.end
            for claim in claims
        )
        found[key] = Firing(
            article=doc._.article.id,
            rule=attempt.rule.id,
            trigger=attempt.trigger.text,
            start=sentence.start_char,
            end=sentence.end_char,
            sentence=" ".join(sentence.text.split()),
            reason="" if told else why_none(attempt),
        )
    return list(found.values())


def count(found: Iterable[Firing]) -> list[Count]:
    """Return the counts by rule, those with most sentences without a claim first."""
    fired: dict[str, int] = {}
    idle: dict[str, int] = {}
    for one in found:
        fired[one.rule] = fired.get(one.rule, 0) + 1
        idle[one.rule] = idle.get(one.rule, 0) + bool(one.reason)
    counts = [Count(rule, fired[rule], idle[rule]) for rule in fired]
    return sorted(counts, key=lambda one: (-one.idle, -one.fired, one.rule))
