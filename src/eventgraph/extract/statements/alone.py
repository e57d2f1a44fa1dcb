"""Quotations that stand alone behind a sentence that tells of somebody: *Lee shrugged. "It will pass."*"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import reference
from eventgraph.extract.grammar.syntax import subjects
from eventgraph.extract.statements.colons import is_speech
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.lexicon import words

ENDS = frozenset({".", "!", "?", "…"})
CLAUSES = ("clausal", "judging")


def stands_alone(doc: Doc, quotation: Quotation) -> tuple[Token, Sequence[Token]] | None:
    """Return the verb of the sentence before, and its subject, if that is a person and nobody says it."""
    start = quotation.start
    if start < 2 or doc[start - 1].text not in ENDS or not _ends(doc, quotation):
        return None
    before = doc[start - 1].sent
    if before.end > start + 1 or not is_speech(doc, quotation) or any(_says(token) for token in before):
        return None
    root = before.root
    people = [one for one in subjects(root) if (found := reference(one)) and found.entity.type == "person"]
    return (root, people) if len(people) == 1 else None


def _ends(doc: Doc, quotation: Quotation) -> bool:
    """Does the sentence end with the quotation, so that no cue follows?"""
    after = doc[quotation.end] if quotation.end < len(doc) else None
    closed = doc[quotation.last - 1].text in ENDS
    return closed and (after is None or after.is_space or bool(after.is_sent_start))


def _says(token: Token) -> bool:
    if token.is_quote or token.lower_ == "according":
        return True
    lemma = token.lemma_.lower()
    return token.pos_ == "VERB" and any(lemma in words(f"reporting.{kind}") for kind in CLAUSES)
