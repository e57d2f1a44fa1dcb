"""What is said, in the text's own words: from where a rule found it to all of its clause or quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc, Span, Token

from eventgraph.extract.claims import LONGEST
from eventgraph.extract.quotations import CLOSING, MARKS, Quotation
from eventgraph.extract.syntax import agents

LONGEST_CONTENT = 300  # code points
NEAR = 12  # tokens between a cue and its quotation
# What begins the words said only for grammar's sake.
LEADING = frozenset({"that", "for", "of", "on", "upon", "about", "against", "at", "by", "as", ":", ",", ";", "–", "—", "-"})
TRAILING = frozenset({",", ";", ":", "–", "—", "("})
OTHERS = frozenset({"conj", "cc", "parataxis", "discourse", "punct", "list"})


def said(trigger: Token, head: Token, quotations: Collection[Quotation]) -> list[Token]:
    """Return the tokens of what is said, given the head of its clause or phrase.

    A clause is taken without the cue that stands in its midst; of an object all that follows it under the
    cue's verb; a quotation that begins or ends it is taken whole, and so is its second part after the cue.
    """
    found = _clause(trigger, head) if _is_clause(trigger, head) else _phrase(trigger, head)
    found = _strip(found)
    outside = [q for q in quotations if trigger not in q]
    first = next((q for q in outside if found and found[0] in q), None)
    last = next((q for q in outside if found and found[-1] in q), None)
    if last:
        found += [t for t in last.words(trigger.doc) if t.i > found[-1].i]
    if first:
        found = [t for t in first.words(trigger.doc) if t.i < found[0].i] + found
        found += _second_part(trigger, found, outside)
    return found


def quoted(trigger: Token, quotations: Collection[Quotation]) -> list[Token]:
    """Return the words of the quotation that the cue stands beside; none if there is none near."""
    sentence = trigger.sent
    outside = [q for q in quotations if trigger not in q]
    before = [q for q in outside if q.start < trigger.i and 0 <= trigger.i - q.end < NEAR and q.end >= sentence.start - 1]
    after = [q for q in outside if trigger.i < q.start <= sentence.end + 1 and _opens_speech(trigger, q)]
    whole = [q for q in before[-1:] if _is_sentence(trigger.doc, q)] + after[:1]
    if not whole:
        return []
    found = list(whole[0].words(trigger.doc))
    return found + _second_part(trigger, found, outside)


def _opens_speech(trigger: Token, quotation: Quotation) -> bool:
    """Does the quotation follow the cue as what is said, not as a word or two in a clause of another?"""
    between = trigger.doc[trigger.i + 1 : quotation.start]
    if len(between) > NEAR or any(t.pos_ in {"VERB", "SCONJ"} for t in between):
        return False
    return not len(between) or between[-1].pos_ not in {"DET", "ADP", "ADJ", "AUX", "PART", "PRON", "CCONJ"}


def _is_sentence(doc: Doc, quotation: Quotation) -> bool:
    """Does the quotation end like a sentence, at a comma or full stop beside its closing mark?"""
    beside = {doc[quotation.last - 1].text, doc[min(quotation.end, len(doc) - 1)].text}
    return bool(beside & {",", ".", "!", "?", "…", ";"})


def _second_part(trigger: Token, found: Sequence[Token], quotations: Collection[Quotation]) -> list[Token]:
    """*"We will stay," Lee said, "and win."*: the part after the cue."""
    if found[-1].i > trigger.i:
        return []
    after = [q for q in quotations if trigger.i < q.start < trigger.sent.end]
    return list(after[0].words(trigger.doc)) if after and _paused(trigger.doc, after[0]) else []


def _paused(doc: Doc, quotation: Quotation) -> bool:
    return doc[quotation.start - 1].text in {",", ":", ";", ".", "–", "—"}


# --- from the tree ----------------------------------------------------------------------------------------


def _is_clause(trigger: Token, head: Token) -> bool:
    return head.is_ancestor(trigger) or head.dep_ in {"ccomp", "parataxis"}


def _clause(trigger: Token, head: Token) -> list[Token]:
    """The clause without the cue's own words."""
    cue: set[int] = set()
    if head.is_ancestor(trigger):
        top = trigger
        while top.head.i != head.i:
            top = top.head
        cue = {t.i for t in top.subtree}
    return [t for t in head.subtree if t.i not in cue]


def _phrase(trigger: Token, head: Token) -> list[Token]:
    """All that follows under the verb from the phrase on; of a passive all but the agent."""
    if head.i < trigger.i:
        others = {t.i for agent in agents(trigger) for t in agent.subtree}
        own = [t for t in trigger.subtree if t.i not in others]
        is_subject = head.head.i == trigger.i
        return [t for t in own if t.i >= (head.left_edge.i if is_subject else trigger.i + 1)]
    others = {t.i for child in trigger.children if _apart(child) for t in child.subtree}
    return [t for t in trigger.subtree if t.i >= head.left_edge.i and t.i not in others] or list(head.subtree)


def _apart(child: Token) -> bool:
    """Is it another act beside the one told: *condemned the attack and urged restraint, saying …*?"""
    if child.dep_ in OTHERS:
        return True
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return child.dep_ == "advcl" and child.tag_ == "VBG" and before.text == ","


# --- as text ----------------------------------------------------------------------------------------------


def _strip(tokens: Sequence[Token]) -> list[Token]:
    kept = [t for t in tokens if not t.is_space]
    while kept and (kept[0].lower_ in LEADING or _stray(kept, 0)):
        kept.pop(0)
    while kept and (kept[-1].text in TRAILING or kept[-1].text == "."):
        kept.pop()
    return kept


def _stray(tokens: Sequence[Token], i: int) -> bool:
    """Is it a mark that closes a quotation begun elsewhere?"""
    return tokens[i].text in CLOSING and tokens[i].text not in MARKS


def content_text(tokens: Sequence[Token]) -> str:
    """Return the words as in the text, on one line, those of others left out, cut after `LONGEST_CONTENT`."""
    joined = " ".join(run for run in _runs(tokens) if run)
    return joined if len(joined) <= LONGEST_CONTENT else joined[:LONGEST_CONTENT].rsplit(" ", 1)[0]


def _runs(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each unbroken run of tokens, without pauses and lone marks at its edges."""
    words = [t for t in tokens if not t.is_space]
    for _, run in groupby(enumerate(words), lambda pair: _gaps(pair[1]) - pair[0]):
        kept = [t for _, t in run]
        while kept and kept[0].text in {",", ";", ":"}:
            kept.pop(0)
        while kept and kept[-1].text in TRAILING:
            kept.pop()
        text = kept[0].doc[kept[0].i : kept[-1].i + 1].text if kept else ""
        yield " ".join(text.split()).strip("“”\"" if text[:1] in "“\"" and text.count(text[:1]) == 1 else "")


def _gaps(token: Token) -> int:
    return token.i


# --- as evidence ------------------------------------------------------------------------------------------


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
