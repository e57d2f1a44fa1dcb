"""*plans to meet*, *said that they met*: an event under a verb."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import nonfinite, participle
from eventgraph.extract.modality.cues import Event, Modality, combine, cue, is_negated, verb_keys, words
from eventgraph.extract.modality.local import helpers_of
from eventgraph.extract.modality.truth import is_untrue


def under_verb(verb: Token, head: Token, introduced: list[str], event: Event) -> Modality:
    """*plans to meet*, *denied that they met*, *wants them to meet*, *said that they met*."""
    listed = cue("verbs", verb_keys(head, introduced))
    if listed and _bears(listed, verb, head):
        return combine(listed, event(head))
    if not listed and (verb.dep_ == "xcomp" or nonfinite(verb)):
        implied = head.lemma_.lower() in words("implicatives") or participle(verb)
        return event(head) if implied else combine("possible", event(head))
    return _told(verb, head)


def _told(verb: Token, head: Token) -> Modality:
    """*said that they met*: a fact, whoever says it, unless it is said to be none."""
    false = head.lemma_.lower() in words("denials") and not is_negated(head)  # it is a lie that they met
    if false or is_untrue(head) or any(child.lower_ in words("untruly") for child in head.children):
        return "negated"
    asked = any(child.tag_ == "WRB" for child in verb.children)  # did not say why they met
    doubted = is_negated(head) and not asked and head.lemma_.lower() not in words("factive")
    return "possible" if doubted else "asserted"


def _bears(listed: Modality, verb: Token, head: Token) -> bool:
    """A full clause is not under every verb that governs infinitives: *told them that he met*."""
    if verb.dep_ == "xcomp" or nonfinite(verb) or listed == "negated":
        return True
    mandative = verb.tag_ == "VB" and not helpers_of(verb)  # urged that he meet
    return mandative or head.lemma_.lower() in words("finite")
