"""Did it happen? An event is asserted, planned, possible or negated.

What stands with the trigger gives a first answer (*will meet*, *did not meet*, *planned talks*); then each
word above that bears on the event changes it (*plans to meet*, *refused to plan a meeting*), until a word
that does not: *said that they met* asserts the meeting, whoever says it. The words are in `modality.yml`. The
method is factuality profiling on dependency trees (Saurí and Pustejovsky 2012; Stanovsky et al. 2017).
"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import first_conjunct
from eventgraph.extract.modality.ahead import lies_ahead
from eventgraph.extract.modality.clause import in_clause
from eventgraph.extract.modality.cues import Modality, combine, cue, marks
from eventgraph.extract.modality.local import ROOTS, SUBJECTS, local_modality
from eventgraph.extract.modality.nominal import NOUNS, under_word

CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis"})


def modality(token: Token) -> Modality:
    """Return whether the event that the verb or noun tells is asserted, planned, possible or negated.

    *Sullivan met Kamel*: asserted. *is due to meet*: planned. *denied meeting*: negated. *urged to meet*:
    possible. *did not rule out meeting*: possible. A plan that is denied is negated: *has no plans to meet*.
    """
    found = _event(token)
    return "possible" if found in {"asserted", "planned"} and _asked(token) else found


def _event(token: Token) -> Modality:
    found = combine(local_modality(token), _above(token))
    return "planned" if found == "asserted" and lies_ahead(token) else found


def _above(token: Token) -> Modality:
    first = first_conjunct(token)
    if first.head.i == first.i:
        return cue("marks", marks(first)) or "asserted"  # if only they met
    if first.i != token.i and _of_other_kind(token, first):
        return "asserted"
    if first.dep_ in CLAUSES and not _is_phrase(first):
        return in_clause(first, first.head, _event)
    return under_word(first, first.head, _event)


def _of_other_kind(token: Token, first: Token) -> bool:
    return (token.pos_ == "VERB") != (first.pos_ in {"VERB", "AUX", "ADJ"})


def _is_phrase(noun: Token) -> bool:
    """*is open to talks*: a noun with its preposition, though the tree calls it a clause."""
    below = {child.dep_ for child in noun.children}
    phrase = "case" in below and below.isdisjoint({*SUBJECTS, "cop"})
    return phrase and noun.dep_ == "advcl" and noun.pos_ in NOUNS


def _asked(token: Token) -> bool:
    """*Did Sullivan meet Kamel?*: is the event in the main clause of a question?"""
    top = first_conjunct(token)
    while top.dep_ in {"obj", "nsubj", "obl", "xcomp", "nsubj:pass"}:
        top = first_conjunct(top.head)
    if top.dep_ not in ROOTS:
        return False
    return any(child.text == "?" for child in top.children)
