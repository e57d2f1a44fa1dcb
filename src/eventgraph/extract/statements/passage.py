"""The evidence of a statement: the cue's sentence with all of the quotation it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span, Token

from eventgraph.extract.claims import LONGEST
from eventgraph.extract.statements.quotations import MARKS, Quotation


def evidence_span(trigger: Token, tokens: Sequence[Token], quotations: Collection[Quotation]) -> Span:
    """Return the cue's sentence with all of the quotation it belongs to, as far as a quote may reach."""
    doc, sentence = trigger.doc, trigger.sent
    start, end = min(sentence.start, tokens[0].i), max(sentence.end, tokens[-1].i + 1)
    start, end = _with_marks(doc, start, end, quotations)
    following = _continuation(doc, end, quotations) if _direct(trigger, tokens, quotations) else end
    if _length(doc, start, following) <= LONGEST:
        return doc[start:following]
    while end > sentence.end and _length(doc, start, end) > LONGEST:
        end = doc[end - 1].sent.start
    return doc[start : max(end, sentence.end)]


def _length(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].end_char - doc[start:end].start_char)


def _with_marks(doc: Doc, start: int, end: int, quotations: Collection[Quotation]) -> tuple[int, int]:
    for one in quotations:
        if one.first == start:
            start = one.start
        if one.last == end:
            end = one.end
    return start, end


def _direct(trigger: Token, tokens: Sequence[Token], quotations: Collection[Quotation]) -> bool:
    return any(tokens[0] in q and trigger not in q for q in quotations)


def _continuation(doc: Doc, end: int, quotations: Collection[Quotation]) -> int:
    """The end of a quotation that goes on after the cue's sentence without a cue of its own."""
    for one in quotations:
        blank = one.start >= end and all(t.is_space for t in doc[end : one.start])
        if blank and doc[one.last - 1].text in {".", "!", "?", "…"} and _ends_sentence(doc, one):
            return _continuation(doc, one.end, quotations)
    return end


def _ends_sentence(doc: Doc, quotation: Quotation) -> bool:
    after = doc[quotation.end] if quotation.end < len(doc) else None
    return after is None or after.is_space or bool(after.is_sent_start) or after.text in MARKS
