"""Who says something behind it: *Eight died, the head of the clinic, Ann Lee, said*.

The parser may leave the verb of saying without a subject, and hang her on the words said.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.titles import is_title
from eventgraph.lexicon import words

SUBJECT = frozenset({"nsubj", "nsubj:pass"})
NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL = frozenset({"NNS", "NNPS"})
SPEAKERS = frozenset({"person", "organization"})


def settle_sayers(doc: Doc) -> None:
    """Hang the phrase that stands between a comma and the verb of saying on that verb."""
    clausal = words("reporting.clausal")
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in clausal:
            continue
        if any(child.dep_ in SUBJECT for child in verb.children):
            continue
        said = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
        sayer = _phrase_before(verb, said) if said is not None else None
        if sayer is not None:
            sayer.head, sayer.dep_ = verb, "nsubj"


def _phrase_before(verb: Token, said: Token) -> Token | None:
    """The noun of the phrase right before the verb, if it names somebody and a comma stands before it."""
    end = verb.nbor(-1)
    end = end.nbor(-1) if end.text == "," else end
    top = end
    while said.is_ancestor(top.head) and top.head.left_edge.i > said.i and not _stands_alone(top):
        top = top.head
    start = top.left_edge.i
    if not said.is_ancestor(top) or start <= said.i or top.right_edge.i < end.i:
        return None
    named = any(token.ent_type_ in SPEAKERS for token in verb.doc[start : end.i + 1])
    return top if named and _paused(top) and top.pos_ in NOUNS else None


def _paused(noun: Token) -> bool:
    start = noun.left_edge
    return start.text == "," or start.nbor(-1).text == ","


def _stands_alone(noun: Token) -> bool:
    """Is it no apposition of the title or name before it?"""
    title = is_title(noun.head) and noun.head.tag_ not in PLURAL
    apposed = noun.dep_ == "appos" and (title or noun.head.ent_type_ == "person")
    return _paused(noun) and noun.dep_ != "flat" and not apposed
