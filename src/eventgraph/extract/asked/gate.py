"""The gate: what a model server tells becomes a claim only if the text bears it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.asked.arguments import refer_all
from eventgraph.extract.asked.grade import grade, trigger_of
from eventgraph.extract.asked.passages import Passage
from eventgraph.extract.asked.types import Told, asked_types, told_forms
from eventgraph.extract.asked.values import Values, read_title, read_values, role_values, with_office
from eventgraph.extract.claims import LONGEST, make_claim
from eventgraph.extract.engine.rule import claim_types
from eventgraph.model import Claim

Reason = Literal[
    "not in the form asked for",
    "quote not in the text",
    "argument not in the quote",
    "argument missing",
    "same party on two sides",
    "no name in it",
    "word that tells it not in the quote",
    "value not in the quote",
    "not said to be so",
    "no news",
]
Arguments = dict[str, list[Reference]]


class Refused(Exception):  # noqa: N818  # an outcome, and counted
    """Why something is no claim."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def admit(doc: Doc, passage: Passage, said: Any, rule: str) -> Claim:
    """Return the claim that an item of an answer makes, its quote found in the passage. Raises Refused."""
    told = _parse(said)
    quote = _find(doc, passage, told.quote.strip())
    arguments = _arguments(told, quote)
    heads = [doc[one.head] for found in arguments.values() for one in found]
    trigger = trigger_of(told.word.strip(), quote, heads, told.type)
    if trigger is None:
        raise Refused("word that tells it not in the quote")
    if not trigger._.prose:
        raise Refused("no news")
    values = {**_values(told, trigger, quote, arguments), **_modality(told, trigger, heads)}
    sentences = doc[quote[0].sent.start : quote[-1].sent.end]
    claim = make_claim(trigger, told.type, arguments, values, rule, sentences)
    if claim is None:
        raise Refused("argument not in the quote")
    return claim


def _parse(said: Any) -> Told:
    try:
        return msgspec.convert(said, told_forms()[said["type"]])
    except (KeyError, TypeError, msgspec.ValidationError):
        raise Refused("not in the form asked for") from None


def _find(doc: Doc, passage: Passage, quote: str) -> Span:
    """The quote's first place in the passage; the offsets are ours."""
    start = doc.text.find(quote, passage.start, passage.end) if 0 < len(quote) <= LONGEST else -1
    if start < 0:
        raise Refused("quote not in the text")
    span = doc.char_span(start, start + len(quote), alignment_mode="expand")
    if span is None:
        raise Refused("quote not in the text")
    return span


def _arguments(told: Told, quote: Span) -> Arguments:
    asked = asked_types()[told.type]
    found: Arguments = {}
    for name, number in claim_types()[told.type].arguments.items():
        here = refer_all(name, told.names(name), quote, asked.only.get(name))
        if here is None:
            raise Refused("argument not in the quote")
        found[name] = here[:1] if number == "one" else here
    _check(found, asked.needs)
    return found


def _check(arguments: Arguments, needs: tuple[str, ...]) -> None:
    needed = [arguments[name] for name in needs if name in arguments]
    if not all(needed):
        raise Refused("argument missing")
    ids = [one.entity.id for found in arguments.values() for one in found]
    if len(ids) > len(set(ids)):
        raise Refused("same party on two sides")
    if needed and all(one.entity.type == "group" for found in needed for one in found):
        raise Refused("no name in it")


def _values(told: Told, trigger: Token, quote: Span, arguments: Arguments) -> Values:
    """Attributes but for modality; for an office `arguments` get what its title names."""
    if told.type != "role":
        found = read_values(told, trigger, quote)
        if found is None:
            raise Refused("value not in the quote")
        return found
    read = read_title(told, quote)
    if read is None:
        raise Refused("value not in the quote")
    office, head = read
    arguments.update(with_office(arguments, office))
    return role_values(told, trigger, office, head)


def _modality(told: Told, trigger: Token, heads: list[Token]) -> Mapping[str, str]:
    """What is denied, planned or possible is a claim only of a type that can say so."""
    found = grade(trigger, heads, told.modality)
    if "modality" in claim_types()[told.type].attributes:
        return {"modality": found}
    if found != "asserted":
        raise Refused("not said to be so")
    return {}
