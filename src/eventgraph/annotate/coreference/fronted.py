"""Pronouns that go before the name: *Before his trip to Oslo, Foreign Minister Lee met the envoy*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.lexicon import words

POSSESSIVE = frozenset({"his", "her"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OTHERS = frozenset({"him", "her"})


def subject_behind(pronoun: Token) -> Token | None:
    """Return the person whose trip, meeting or speech opens the sentence, if that names who does it next.

    Not one who is host to another: *During his visit, the king received him*.
    """
    if pronoun.lower_ not in POSSESSIVE or pronoun.head.lemma_.lower() not in words("travel.ones_own"):
        return None
    phrase = pronoun.head
    verb = phrase.head
    if phrase.dep_ != "obl" or verb.i < phrase.i or _is_told_of_another(verb, phrase):
        return None
    behind = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.i > phrase.i]
    found = reference(behind[0]) if behind else None
    return behind[0] if found and found.entity.type == "person" and found.mention.via == "name" else None


def _is_told_of_another(verb: Token, phrase: Token) -> bool:
    before = verb.doc[verb.sent.start : phrase.left_edge.i]
    opened = any(token.is_alpha for token in before)
    host = verb.lemma_.lower() in words("communication.hosts")
    return opened or host or any(child.lower_ in OTHERS for child in verb.rights)
