"""The quotation that stands beside a cue, whole, with its second part after the cue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from eventgraph.extract.statements.quotations import Quotation
from eventgraph.lexicon import words

PAUSES = frozenset({",", ".", "!", "?", "…", ";", "]"})
ENDS = frozenset({".", "!", "?"})
NEAR = 12  # tokens between a cue and its quotation


def quoted(trigger: Token, quotations: Collection[Quotation]) -> list[Token]:
    """Return the words of the quotation that the cue stands beside; none if there is none near."""
    sentence = trigger.sent
    outside = [q for q in quotations if trigger not in q]
    before = [q for q in outside if sentence.start <= q.end <= trigger.i and _ends_speech(trigger, q)]
    after = [q for q in outside if trigger.i < q.start <= sentence.end + 1 and _opens_speech(trigger, q)]
    whole = before[-1:] + after[:1]
    if not whole:
        return []
    if after and trigger.doc[whole[0].last - 1].text == ".":
        whole = after[:1]  # "We stay." Lee said, "We go."
    found = list(whole[0].words(trigger.doc))
    return found + second_part(trigger, found, outside)


def _opens_speech(trigger: Token, quotation: Quotation) -> bool:
    """Does the quotation follow the cue as what is said, not as a word or two in a clause of another?"""
    between = trigger.doc[trigger.i + 1 : quotation.start]
    if len(between) > NEAR or any(_other_clause(t) for t in between):
        return False
    if len(between) and between[-1].pos_ in {"DET", "ADP", "ADJ", "AUX", "PART", "PRON", "CCONJ"}:
        return False
    named = len(between) > 0 and between[-1].pos_ == "NOUN"  # the phrase "subject to"
    return not named or any(token.pos_ in {"VERB", "AUX"} for token in quotation.words(trigger.doc))


def _ends_speech(trigger: Token, quotation: Quotation) -> bool:
    """Does only the speaker stand between the cue and a quotation that ends at a comma or full stop?

    After a full stop only verbs of saying alone are cues: not *"We won." Lee opened the game*.
    """
    doc = trigger.doc
    if doc[quotation.last - 1].text == "." and trigger.lemma_.lower() in words("reporting.settings"):
        return False
    between = doc[quotation.end : trigger.i]
    if len(between) > 2 and between[-2].text == "," and between[-1].lower_ in {"he", "she"}:
        return False  # "That is settled." The port, she said, was open.
    beside = {doc[quotation.last - 1].text, doc[quotation.end].text}
    return bool(beside & PAUSES) and len(between) < NEAR and not any(_other_clause(t) for t in between)


def _other_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "SCONJ"} or token.tag_ in {"WDT", "WP", "WRB"}


def second_part(trigger: Token, found: Sequence[Token], quotations: Collection[Quotation]) -> list[Token]:
    """*"We will stay," Lee said, "and win."*: the part after the cue."""
    if found[-1].i > trigger.i:
        return []
    after = [q for q in quotations if trigger.i < q.start < trigger.sent.end]
    return list(after[0].words(trigger.doc)) if after and _paused(trigger.doc, after[0]) else []


def _paused(doc: Doc, quotation: Quotation) -> bool:
    return doc[quotation.start - 1].text in {",", ":", ";", ".", "–", "—"}


def following(trigger: Token, tokens: Sequence[Token], quotations: Collection[Quotation]) -> list[Token]:
    """The quotation beside the cue, where the tree has only another sentence before it said.

    Not one that a new sentence begins with: *The vote was fair, Lee said. "We won," he added*.
    """
    if not tokens or tokens[-1].i > trigger.i or trigger.lower_ == "according":
        return []
    around = [one for one in quotations if tokens[0] in one]
    if around and trigger.doc[around[0].last - 1].text not in ENDS:
        return []
    found = quoted(trigger, quotations)
    ended = found and any(t.text in ENDS for t in trigger.doc[trigger.i : found[0].i])
    return found if found and not ended and found[0].i > tokens[-1].i else []
