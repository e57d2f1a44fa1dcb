"""Ask a model server what an article claims, beside what the rules have found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from spacy.tokens import Doc

from eventgraph.errors import Notice, UsageError
from eventgraph.extract.asked.gate import Refused, admit
from eventgraph.extract.asked.passages import Passage, passages
from eventgraph.extract.asked.prompt import load_prompt, make_request
from eventgraph.extract.asked.server import ModelServer
from eventgraph.extract.asked.types import asked_types
from eventgraph.extract.confidence import ASKED
from eventgraph.model import Article, Claim

NEW, KNOWN = "new", "told already"
MOST = 300  # claims of one passage


class Found(NamedTuple):
    """An article's claims, sorted; what became of those that a server told, counted; why it was not heard."""

    claims: list[Claim]
    heard: Counter[str] = Counter()  # noqa: RUF012  # never changed
    failure: Notice | None = None


class _Answer(msgspec.Struct):
    claims: list[Any]


def extractor_name(server: ModelServer) -> str:
    """Return what the claims of a server's model have as `extractor`: its name, and the prompt's version."""
    return f"{ASKED}{server.model}/{load_prompt().version}"


def ask(doc: Doc, known: Sequence[Claim], server: ModelServer) -> Found:
    """Return `known` and what the server tells beside it that passes the gate.

    An article is heard whole or not at all: if the server fails, the known claims stand alone.
    """
    article: Article = doc._.article
    try:
        told = [(passage, item) for passage in passages(doc) for item in _told(doc, passage, server)]
    except UsageError as error:
        reason = f"was read by the rules alone, since the model server at {server.address} failed: {error}"
        return Found(list(known), failure=Notice(article.id, reason))
    return _sift(doc, known, told, extractor_name(server))


def _told(doc: Doc, passage: Passage, server: ModelServer) -> list[Any]:
    text = server.complete(make_request(server.model, doc.text[passage.start : passage.end]))
    # Some put their JSON into a fence.
    inner = text[text.find("{") : text.rfind("}") + 1]
    try:
        return msgspec.json.decode(inner, type=_Answer).claims[:MOST]
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UsageError(f"its answer is no JSON of claims ({error})") from None


def _sift(doc: Doc, known: Sequence[Claim], told: Iterable[tuple[Passage, Any]], rule: str) -> Found:
    heard: Counter[str] = Counter()
    found = {claim.id: claim for claim in known}
    for passage, item in told:
        try:
            claim = admit(doc, passage, item, rule)
        except Refused as refused:
            heard[refused.reason] += 1
            continue
        is_new = not any(_says(other, claim) for other in found.values())
        heard[NEW if is_new else KNOWN] += 1
        if is_new:
            found[claim.id] = claim
    return Found(sorted(found.values(), key=lambda c: (c.evidence.start, c.type, c.id)), heard)


def _says(other: Claim, claim: Claim) -> bool:
    """Does `other` tell of the same sentence all that makes the claim?"""
    if (other.type, other.evidence.sentence) != (claim.type, claim.evidence.sentence):
        return False
    return set(_essence(claim)) <= set(_essence(other))


def _essence(claim: Claim) -> Iterator[str]:
    """Entities and values that tell claims of one type apart, whichever side they are on."""
    for name in asked_types()[claim.type].same:
        yield from (entity.id for entity in claim.arguments.get(name, ()))
        value = claim.attributes.get(name)
        if value is not None:
            yield f"{name} {value}".casefold()
