"""Which way what happens at a date looks, by the verbs above it in the tree."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.dates.frame import Tense
from eventgraph.lexicon import words

PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
FUTURE = frozenset({"will", "shall", "’ll", "'ll"})
PAST = frozenset({"was", "were", "had", "did"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
TELLING = frozenset({"VERB", "AUX", "NOUN"})


def tense_by_tree(doc: Doc, offset: int) -> Tense:
    """Is what happens at the date told as past or as to come? The nearest finite verb above it decides."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    above = (span.root, *span.root.ancestors) if span is not None else ()
    return next((tense for token in above if (tense := _tense(token))), "past")


def _tense(token: Token) -> Tense | None:
    """What the word says of the date; None if it says nothing."""
    helpers = {c.lower_ for c in token.children if c.dep_ in AUXILIARIES}
    if helpers & PRESENT and any(one.lower_ == "due" for one in (token, *token.lefts)):
        return "future"
    if token.pos_ not in TELLING:
        return None
    if helpers & FUTURE or _is_to_come(token, helpers) or _may(token, helpers) or _is_planned(token, helpers):
        return "future"
    return "past" if token.tag_ in {"VBD", "VBN"} or helpers & PAST else None


def _is_planned(token: Token, helpers: set[str]) -> bool:
    """*is scheduled for Friday*, *looks forward to it*, *flies to Lima on Friday*."""
    lemma = token.lemma_.lower()
    planned = token.tag_ == "VBN" and bool(helpers & PRESENT) and lemma in words("tense.planning")
    awaited = any(child.lower_ == "forward" for child in token.children)
    return planned or awaited or (_is_present(token, helpers) and lemma in words("tense.timetabled"))


def _is_present(token: Token, helpers: set[str]) -> bool:
    return token.tag_ in {"VBZ", "VBP"} and not helpers


def _may(token: Token, helpers: set[str]) -> bool:
    """*may meet*, *would meet*, *was to meet*: not *may have met*."""
    ahead = helpers & words("tense.modals") or ("to" in _marks(token) and helpers & {"was", "were"})
    return token.tag_ == "VB" and bool(ahead) and "have" not in helpers


def _marks(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in {"mark", "aux"}}


def _is_to_come(token: Token, helpers: set[str]) -> bool:
    """*is due to meet*, *is to meet*, *agreed to meet*, *is meeting*: to come, whatever hangs on what."""
    marks = _marks(token)
    infinitive = token.tag_ == "VB" and "to" in marks
    planned = bool({token.head.lemma_.lower(), *marks} & words("tense.planning"))
    present = token.tag_ == "VBG" and bool(helpers & PRESENT)
    return (infinitive and (planned or bool(helpers & PRESENT))) or present
