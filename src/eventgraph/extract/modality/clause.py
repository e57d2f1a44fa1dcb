"""An event told in a clause: what the word above it says of it."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import nonfinite
from eventgraph.extract.modality.adverbial import as_adverbial
from eventgraph.extract.modality.cues import Event, Modality, combine, cue, marks, still_open, words
from eventgraph.extract.modality.governed import under_verb
from eventgraph.extract.modality.local import PRESENT, ROOTS, helpers_of
from eventgraph.extract.modality.nominal import is_accepted, is_plain_noun
from eventgraph.extract.modality.reported import report_before, reported_so


def in_clause(verb: Token, head: Token, event: Event) -> Modality:
    """Return what `head` says of the event that the clause below it tells; `event` says what `head` is."""
    introduced = marks(verb)
    report = report_before(verb)
    if report is not None:
        return reported_so(report, event)
    if verb.dep_ == "parataxis" or (verb.dep_ == "acl:relcl" and "that" not in introduced):
        return _there(verb, head, event)
    marked = cue("marks", introduced)
    if verb.dep_ in {"acl", "advcl"} and _is_accused(head):
        return "possible"  # accused Israel of attacking: whatever the parser hangs it on
    noun = head if verb.dep_ == "acl" or is_plain_noun(head) else _noun_before(verb, introduced)
    if noun is not None:
        told = combine(marked or "asserted", _under_noun(verb, noun, introduced, event))
        return combine(told, _as_predicate(noun, event))
    if verb.dep_ == "advcl":
        return as_adverbial(verb, head, introduced, marked, event)
    return combine(marked or "asserted", under_verb(verb, head, introduced, event))


def _as_predicate(noun: Token, event: Event) -> Modality:
    """*will be the first leader to visit Kyiv*; not *is not the first*, who visits it all the same."""
    predicate = any(child.dep_ == "cop" for child in noun.children)
    outer = event(noun) if predicate else "asserted"
    return still_open(outer)


def _there(verb: Token, place: Token, event: Event) -> Modality:
    """*will travel to Paris, where she meets Kamel*: in the present tense it is part of the plan."""
    where = any(child.lower_ == "where" for child in verb.children)
    if not where or verb.tag_ not in PRESENT or helpers_of(verb):
        return "asserted"
    outer = event(place)
    return still_open(outer)


def _is_accused(token: Token) -> bool:
    """Is it the verb of an accusation, or whom that accuses?"""
    verb = token.head if token.dep_ in {"obj", "nsubj:pass"} else token
    return verb.lemma_.lower() in words("accusing")


def _noun_before(verb: Token, introduced: list[str]) -> Token | None:
    """*announced plans to meet*, *invitation to Lee to come*: the noun, where both hang on the verb."""
    if "to" not in introduced or verb.left_edge.i == 0:
        return None
    before = verb.doc[verb.left_edge.i - 1]
    objects = [child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i]
    if before in objects and before.pos_ == "NOUN" and cue("nouns", [before.lemma_.lower()]):
        return before
    return next((one for one in objects if one.lemma_.lower() in words("asking")), None)


def _under_noun(verb: Token, noun: Token, introduced: list[str], event: Event) -> Modality:
    """*plans to meet*, *hope of meeting*, *the first official to meet*."""
    listed = cue("nouns", [noun.lemma_.lower()])
    if listed and (nonfinite(verb) or "that" in introduced):
        return event(noun) if is_accepted(noun, listed) else combine(listed, event(noun))
    if noun.lemma_.lower() in words("containers"):
        return event(noun)
    if "to" in introduced and noun.dep_ in ROOTS and is_plain_noun(noun):
        return "planned"  # a headline: Minister to meet teachers
    first = {child.lemma_.lower() for child in noun.children} & words("implicatives")
    return "possible" if "to" in introduced and not first else "asserted"
