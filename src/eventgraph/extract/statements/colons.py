"""Quotations after a colon, whatever the verb before it: *Lee took the stage: "We won."*; *Lee: "We won."*"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import reference
from eventgraph.extract.grammar.syntax import subjects
from eventgraph.extract.statements.quotations import Quotation

NOUNS_OWN = frozenset({"acl", "acl:relcl", "amod"})  # verbs that tell of a noun beside it
SHORTEST = 4  # words: less is a name or a title


def introduced(doc: Doc, quotation: Quotation) -> tuple[Token, Sequence[Token]] | None:
    """Return the cue before the colon, a verb or the name itself, and the heads of its speakers."""
    colon = quotation.start - 1
    if colon < 1 or doc[colon].text != ":" or not is_speech(doc, quotation):
        return None
    before = doc[_line_start(doc, colon) : colon]
    verbs = [token for token in reversed(before) if token.pos_ == "VERB" and token.dep_ not in NOUNS_OWN]
    for verb in verbs:
        found = [one for one in subjects(verb) if one.i < colon]
        if found:
            return verb, found
    names = [token for token in before if reference(token)]
    return (names[0], names[:1]) if names and not verbs else None


def is_speech(doc: Doc, quotation: Quotation) -> bool:
    """Is it a sentence, not a name or title?"""
    words = quotation.words(doc)
    finite = any(token.pos_ in {"VERB", "AUX"} for token in words)
    return finite and sum(token.is_alpha for token in words) >= SHORTEST


def _line_start(doc: Doc, colon: int) -> int:
    """Where the sentence with the colon begins; at the latest where its paragraph does."""
    start = doc[colon].sent.start
    breaks = [t.i + 1 for t in doc[start:colon] if t.is_space and "\n" in t.text]
    return int(breaks[-1] if breaks else start)
