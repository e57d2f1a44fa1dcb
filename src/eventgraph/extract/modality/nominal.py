"""An event told by a noun: what the word above it says of it."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.arguments.timing import is_aside
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.extract.modality.cues import (
    Event,
    Modality,
    combine,
    cue,
    denies,
    is_negated,
    verb_keys,
    words,
)
from eventgraph.extract.modality.local import SUBJECTS
from eventgraph.extract.modality.truth import is_untrue

NOUNS = frozenset({"NOUN", "PROPN"})


def is_plain_noun(token: Token) -> bool:
    """Is it a noun that is no predicate? *plans*; not *it is a plan*."""
    return token.pos_ in NOUNS and not any(child.dep_ == "cop" for child in token.children)


def is_accepted(noun: Token, listed: Modality) -> bool:
    """*accepted an offer to meet*: what is taken up is a plan, or denied with the verb."""
    taken = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in words("accepting")
    return taken and listed == "possible"


def under_word(noun: Token, head: Token, event: Event) -> Modality:
    """Return what `head` says of the event that the noun below it tells; `event` says what `head` is."""
    if is_plain_noun(head):
        return _noun_under_noun(noun, head, event)
    if noun.dep_ in SUBJECTS:
        return _as_subject(noun, head, event)
    if noun.dep_ in {"obl", "obl:agent", "nmod", "advmod", "advcl"}:
        return _as_oblique(noun, head, event)
    listed = cue("verbs", verb_keys(head, []))
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, event(head))
    return event(head) if _is_light(head) else "asserted"


def _is_light(verb: Token) -> bool:
    return any(key in words("light") for key in verb_keys(verb, []))


def _noun_under_noun(noun: Token, head: Token, event: Event) -> Modality:
    """*plans for a meeting*, *a series of meetings*, *meeting plans*; of other nouns nothing follows."""
    listed = cue("nouns", [f"{head.lemma_.lower()} {preposition(noun)}", head.lemma_.lower()])
    of_event = preposition(noun) in {"for", "of", "to", "on"} or noun.dep_ in {"compound", "nmod:desc"}
    if listed and of_event:
        return event(head) if is_accepted(head, listed) else combine(listed, event(head))
    if head.lemma_.lower() in words("containers") and preposition(noun) in {"of", "about"}:
        return event(head)
    return cue("prepositions", [preposition(noun)]) or "asserted"


def _as_subject(noun: Token, head: Token, event: Event) -> Modality:
    """*The meeting will take place*, *talks are expected to begin*, *the summit was cancelled*."""
    for child in head.children:
        if child.dep_ == "xcomp" and child.lemma_.lower() in words("occurrence"):
            return event(child)
    if head.lemma_.lower() in words("slots") and preposition(head) == "on":
        return "negated" if is_negated(head) else "planned"
    if is_untrue(head) or not words("lapses").isdisjoint(verb_keys(head, [])):
        return "negated"
    passive = noun.dep_ == "nsubj:pass" or any(child.dep_ == "cop" for child in head.children)
    listed = cue("verbs", verb_keys(head, [])) if passive else None
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, event(head))
    occurs = head.lemma_.lower() in words("occurrence") or (passive and _is_light(head))
    if is_negated(noun) and not any(denies(child) for child in head.children):
        return "asserted"  # its own "no" is counted with the noun
    return event(head) if occurs else "asserted"


def _as_oblique(noun: Token, head: Token, event: Event) -> Modality:
    """*called for talks*, *will travel to Paris for talks*, *said ahead of the meeting*, *without talks*."""
    if is_aside(noun):
        return "asserted"
    link = preposition(noun)
    listed = cue("verbs", verb_keys(head, [link], bare=False))
    if listed:
        return combine(listed, event(head))
    told = cue("prepositions", [link])
    if told:
        return told
    there = any(child.dep_ == "cop" for child in head.children)  # is in Rome for talks
    goes = there or _is_light(head) or head.lemma_.lower() in words("motion")
    outer = event(head) if goes or link in words("inherited") else "asserted"
    return outer if goes or outer != "negated" else "asserted"
