"""Make a claim, or refuse: no claim without evidence that holds its arguments."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.references import Reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.extract.confidence import confidence_of
from eventgraph.model import Article, Claim, Evidence, Mention, Value

NAMING = "eventgraph.naming_mentions"
LONGEST = 1500  # code points of a quote
LINKED = frozenset({"pronoun", "nominal", "title", "inferred"})


def make_claim(
    trigger: Token,
    type: str,
    arguments: Mapping[str, Sequence[Reference]],
    attributes: Mapping[str, Value],
    rule: str,
    span: Span | None = None,
) -> Claim | None:
    """Return the claim whose evidence is `span`, else the trigger's sentence; None if that can't be evidence.

    A span too long for a quote gives way to the sentence. An argument mentioned by pronoun or title also
    gets the mention that names the entity. `rule` is `extractor/rule`.
    """
    doc = trigger.doc
    article: Article = doc._.article
    evidence = (span and _evidence(article, trigger, span)) or _evidence(article, trigger, trigger.sent)
    if evidence is None:
        return None
    given = {name: refs for name, refs in arguments.items() if refs}
    mentions = {name: _mentions(doc, refs) for name, refs in given.items()}
    if not all(_anchored(one.mention, evidence) for refs in given.values() for one in refs):
        return None
    values: dict[str, Value] = {name: value for name, value in attributes.items() if value is not None}
    return Claim(
        id=_identity(article.id, type, mentions, values),
        article=article.id,
        type=type,
        arguments={name: tuple(dict.fromkeys(r.entity for r in refs)) for name, refs in given.items()},
        attributes=values,
        evidence=evidence,
        mentions=mentions,
        extractor=rule,
        confidence=confidence_of(type, rule, mentions),
    )


def _evidence(article: Article, trigger: Token, span: Span) -> Evidence | None:
    quote = _trim(span)
    if quote.end_char - quote.start_char > LONGEST:
        return None
    start, end = quote.start_char, quote.end_char
    return Evidence(article.id, start, end, article.text[start:end], sentence_number(trigger))


def _trim(span: Span) -> Span:
    start, end = span.start, span.end
    while end - 1 > start and span.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    return span.doc[start:end]


def _mentions(doc: Doc, references: Sequence[Reference]) -> tuple[Mention, ...]:
    found: dict[Mention, None] = {}
    for one in references:
        found[one.mention] = None
        if one.mention.via in LINKED and one.entity.type != "group":
            antecedent = _named(doc, one)
            if antecedent:
                found[antecedent] = None
    return tuple(found)


def _named(doc: Doc, linked: Reference) -> Mention | None:
    """The nearest mention before (else after) that names the entity."""
    named = _naming(doc).get(linked.entity.id)
    if not named:
        return None
    best = min(named, key=lambda m: (m.start > linked.mention.start, abs(m.start - linked.mention.start)))
    return msgspec.structs.replace(best, via="coreference")


def _naming(doc: Doc) -> dict[str, list[Mention]]:
    """Mentions by name or nationality of each entity, collected once a document."""
    found: dict[str, list[Mention]] | None = doc.user_data.get(NAMING)
    if found is None:
        found = doc.user_data[NAMING] = {}
        for one in doc._.references.values():
            if one.mention.via in {"name", "demonym"}:
                found.setdefault(one.entity.id, []).append(one.mention)
    return found


def _anchored(mention: Mention, evidence: Evidence) -> bool:
    """Is the mention that leads to the argument inside the quote, or inferred by a rule?"""
    return mention.via == "inferred" or (evidence.start <= mention.start and mention.end <= evidence.end)


def _identity(
    article: str, type: str, mentions: Mapping[str, Sequence[Mention]], values: Mapping[str, Value]
) -> str:
    spans = {name: sorted((m.start, m.end) for m in found) for name, found in mentions.items()}
    key = msgspec.json.encode([article, type, spans, values], order="deterministic")
    return hashlib.sha256(key).hexdigest()[:16]
