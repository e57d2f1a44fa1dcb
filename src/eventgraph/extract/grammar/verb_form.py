"""The forms of a verb that has no subject of its own."""

from __future__ import annotations

from spacy.tokens import Token


def nonfinite(verb: Token) -> bool:
    """Is the verb an infinitive or participle without an auxiliary of its own? *after meeting*, *to meet*."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "cop", "aux:pass"}}
    if participle(verb) or helpers & {"having", "being", "be"}:
        return not helpers - {"having", "being", "be", "been"}
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def participle(verb: Token) -> bool:
    """Is the verb a participle or gerund? *meeting*, *met*; also one that the tagger calls a plain verb."""
    ing = verb.lower_.endswith("ing") and verb.lemma_.lower() != verb.lower_
    return verb.tag_ in {"VBG", "VBN"} or (ing and verb.pos_ == "VERB")
