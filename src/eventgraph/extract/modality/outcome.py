"""Did it happen? An event is asserted, planned, possible or negated.

What stands with the trigger gives a first answer (*will meet*, *did not meet*, *planned talks*); then each
word above that bears on the event changes it (*plans to meet*, *refused to plan a meeting*), until a word
that does not: *said that they met* asserts the meeting, whoever says it. The words are in `modality.yml`. The
method is factuality profiling on dependency trees (Saurí and Pustejovsky 2012; Stanovsky et al. 2017).
"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.arguments.timing import is_aside
from eventgraph.extract.grammar.syntax import first_conjunct, nonfinite, participle, preposition
from eventgraph.extract.modality.ahead import lies_ahead
from eventgraph.extract.modality.cues import (
    Modality,
    combine,
    cue,
    denies,
    is_negated,
    marks,
    verb_keys,
    words,
)
from eventgraph.extract.modality.local import PRESENT, ROOTS, SUBJECTS, helpers_of, local_modality

CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis"})
NOUNS = frozenset({"NOUN", "PROPN"})
NOUN_TAGS = frozenset({"NN", "NNS"})  # open to talks, read as "to talk"


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


# --- the words above ------------------------------------------------------------------------------------


def _above(token: Token) -> Modality:
    first = first_conjunct(token)
    if first.head.i == first.i:
        return cue("marks", marks(first)) or "asserted"  # if only they met
    if first.i != token.i and _of_other_kind(token, first):
        return "asserted"
    if first.dep_ in CLAUSES and not _is_phrase(first):
        return _clause(first, first.head)
    return _nominal(first, first.head)


def _of_other_kind(token: Token, first: Token) -> bool:
    return (token.pos_ == "VERB") != (first.pos_ in {"VERB", "AUX", "ADJ"})


def _is_phrase(noun: Token) -> bool:
    """*is open to talks*: a noun with its preposition, though the tree calls it a clause."""
    below = {child.dep_ for child in noun.children}
    phrase = "case" in below and below.isdisjoint({*SUBJECTS, "cop"})
    return phrase and noun.dep_ == "advcl" and noun.pos_ in NOUNS


def _clause(verb: Token, head: Token) -> Modality:
    introduced = marks(verb)
    report = _report_before(verb)
    if report is not None:
        return _reported_so(report)
    if verb.dep_ == "parataxis" or (verb.dep_ == "acl:relcl" and "that" not in introduced):
        return _there(verb, head)
    marked = cue("marks", introduced)
    if verb.dep_ in {"acl", "advcl"} and _is_accused(head):
        return "possible"  # accused Israel of attacking: whatever the parser hangs it on
    noun = head if verb.dep_ == "acl" or _is_plain_noun(head) else _noun_before(verb, introduced)
    if noun is not None:
        told = combine(marked or "asserted", _under_noun(verb, noun, introduced))
        return combine(told, _as_predicate(noun))
    if verb.dep_ == "advcl":
        return _adverbial(verb, head, introduced, marked)
    return combine(marked or "asserted", _governing(verb, head, introduced))


def _as_predicate(noun: Token) -> Modality:
    """*will be the first leader to visit Kyiv*; not *is not the first*, who visits it all the same."""
    predicate = any(child.dep_ == "cop" for child in noun.children)
    outer = _event(noun) if predicate else "asserted"
    return outer if outer in {"planned", "possible"} else "asserted"


def _there(verb: Token, place: Token) -> Modality:
    """*will travel to Paris, where she meets Kamel*: in the present tense it is part of the plan."""
    where = any(child.lower_ == "where" for child in verb.children)
    if not where or verb.tag_ not in PRESENT or helpers_of(verb):
        return "asserted"
    outer = _event(place)
    return outer if outer in {"planned", "possible"} else "asserted"


def _is_accused(token: Token) -> bool:
    """Is it the verb of an accusation, or whom that accuses?"""
    verb = token.head if token.dep_ in {"obj", "nsubj:pass"} else token
    return verb.lemma_.lower() in words("accusing")


def _is_plain_noun(token: Token) -> bool:
    return token.pos_ in NOUNS and not any(child.dep_ == "cop" for child in token.children)


def _noun_before(verb: Token, introduced: list[str]) -> Token | None:
    """*announced plans to meet*, *invitation to Lee to come*: the noun, where both hang on the verb."""
    if "to" not in introduced or verb.left_edge.i == 0:
        return None
    before = verb.doc[verb.left_edge.i - 1]
    objects = [child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i]
    if before in objects and before.pos_ == "NOUN" and cue("nouns", [before.lemma_.lower()]):
        return before
    return next((one for one in objects if one.lemma_.lower() in words("asking")), None)


def _report_before(verb: Token) -> Token | None:
    """*the report that they met*: the noun before *that*, whatever the parser hangs the clause on."""
    objects = [child for child in verb.rights if child.dep_ == "obj"]
    pronoun = {*SUBJECTS, "det"} if objects else {*SUBJECTS, "obj", "det"}
    that = next((child for child in verb.lefts if child.lower_ == "that" and child.dep_ not in pronoun), None)
    before = verb.doc[that.i - 1] if that is not None and that.i else None
    return before if before is not None and before.lemma_.lower() in words("containers") else None


def _reported_so(report: Token) -> Modality:
    """*reports that they met are untrue*: what is said of the report is said of the event.

    So it is in *dismissed as fake a report that they met*.
    """
    for token in report.sent:
        said_of_it = token.head == report or token in report.ancestors or token.head == report.head
        after = token.i > report.i or preposition(token) == "as"
        if after and said_of_it and _is_denial(token):
            return "negated"
    return _event(report)


def _is_denial(predicate: Token) -> bool:
    lemma = predicate.lemma_.lower()
    return lemma in words("denials") or (lemma in words("truth") and is_negated(predicate))


def _governing(verb: Token, head: Token, introduced: list[str]) -> Modality:
    """*plans to meet*, *denied that they met*, *wants them to meet*, *said that they met*."""
    listed = cue("verbs", verb_keys(head, introduced))
    if listed and _bears(listed, verb, head):
        return combine(listed, _event(head))
    if not listed and (verb.dep_ == "xcomp" or nonfinite(verb)):
        implied = head.lemma_.lower() in words("implicatives") or participle(verb)
        return _event(head) if implied else combine("possible", _event(head))
    return _told(verb, head)


def _told(verb: Token, head: Token) -> Modality:
    """*said that they met*: a fact, whoever says it, unless it is said to be none."""
    false = head.lemma_.lower() in words("denials") and not is_negated(head)  # it is a lie that they met
    if false or _is_untrue(head) or any(child.lower_ in words("untruly") for child in head.children):
        return "negated"
    asked = any(child.tag_ == "WRB" for child in verb.children)  # did not say why they met
    doubted = is_negated(head) and not asked and head.lemma_.lower() not in words("factive")
    return "possible" if doubted else "asserted"


def _is_untrue(head: Token) -> bool:
    """*it is not true that they met*, *it did not happen that they met*."""
    return is_negated(head) and head.lemma_.lower() in words("truth")


def _bears(listed: Modality, verb: Token, head: Token) -> bool:
    """A full clause is not under every verb that governs infinitives: *told them that he met*."""
    if verb.dep_ == "xcomp" or nonfinite(verb) or listed == "negated":
        return True
    mandative = verb.tag_ == "VB" and not helpers_of(verb)  # urged that he meet
    return mandative or head.lemma_.lower() in words("finite")


def _adverbial(verb: Token, head: Token, introduced: list[str], marked: Modality | None) -> Modality:
    """*if they meet*, *without meeting*, *travelled to meet*, *will travel to Paris, meeting Kamel*."""
    if marked:
        return marked
    links = introduced if verb.tag_ in NOUN_TAGS else [one for one in introduced if one != "to"]
    listed = cue("verbs", verb_keys(head, links, bare="to" in introduced))
    instead = "to" in introduced and head.lemma_.lower() in words("avoided")
    if listed and nonfinite(verb) and not instead:  # skipped the summit to meet Kamel
        return combine(listed, _event(head))
    if "to" in introduced and verb.tag_ != "VBG":  # confessed to killing
        return combine("planned", _event(head))
    dependent = nonfinite(verb) or (verb.tag_ in PRESENT and not helpers_of(verb))
    outer = _event(head) if dependent else "asserted"
    return outer if outer in {"planned", "possible"} else "asserted"


def _under_noun(verb: Token, noun: Token, introduced: list[str]) -> Modality:
    """*plans to meet*, *hope of meeting*, *the first official to meet*."""
    listed = cue("nouns", [noun.lemma_.lower()])
    if listed and (nonfinite(verb) or "that" in introduced):
        return _event(noun) if _is_accepted(noun, listed) else combine(listed, _event(noun))
    if noun.lemma_.lower() in words("containers"):
        return _event(noun)
    if "to" in introduced and noun.dep_ in ROOTS and _is_plain_noun(noun):
        return "planned"  # a headline: Minister to meet teachers
    first = {child.lemma_.lower() for child in noun.children} & words("implicatives")
    return "possible" if "to" in introduced and not first else "asserted"


def _is_accepted(noun: Token, listed: Modality) -> bool:
    """*accepted an offer to meet*: what is taken up is a plan, or denied with the verb."""
    taken = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in words("accepting")
    return taken and listed == "possible"


def _nominal(noun: Token, head: Token) -> Modality:
    if _is_plain_noun(head):
        return _noun_under_noun(noun, head)
    if noun.dep_ in SUBJECTS:
        return _as_subject(noun, head)
    if noun.dep_ in {"obl", "obl:agent", "nmod", "advmod", "advcl"}:
        return _as_oblique(noun, head)
    listed = cue("verbs", verb_keys(head, []))
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, _event(head))
    return _event(head) if _is_light(head) else "asserted"


def _is_light(verb: Token) -> bool:
    return any(key in words("light") for key in verb_keys(verb, []))


def _noun_under_noun(noun: Token, head: Token) -> Modality:
    """*plans for a meeting*, *a series of meetings*, *meeting plans*; of other nouns nothing follows."""
    listed = cue("nouns", [f"{head.lemma_.lower()} {preposition(noun)}", head.lemma_.lower()])
    of_event = preposition(noun) in {"for", "of", "to", "on"} or noun.dep_ in {"compound", "nmod:desc"}
    if listed and of_event:
        return _event(head) if _is_accepted(head, listed) else combine(listed, _event(head))
    if head.lemma_.lower() in words("containers") and preposition(noun) in {"of", "about"}:
        return _event(head)
    return cue("prepositions", [preposition(noun)]) or "asserted"


def _as_subject(noun: Token, head: Token) -> Modality:
    """*The meeting will take place*, *talks are expected to begin*, *the summit was cancelled*."""
    for child in head.children:
        if child.dep_ == "xcomp" and child.lemma_.lower() in words("occurrence"):
            return _event(child)
    if head.lemma_.lower() in words("slots") and preposition(head) == "on":
        return "negated" if is_negated(head) else "planned"
    if _is_untrue(head) or not words("lapses").isdisjoint(verb_keys(head, [])):
        return "negated"
    passive = noun.dep_ == "nsubj:pass" or any(child.dep_ == "cop" for child in head.children)
    listed = cue("verbs", verb_keys(head, [])) if passive else None
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, _event(head))
    occurs = head.lemma_.lower() in words("occurrence") or (passive and _is_light(head))
    if is_negated(noun) and not any(denies(child) for child in head.children):
        return "asserted"  # its own "no" is counted with the noun
    return _event(head) if occurs else "asserted"


def _as_oblique(noun: Token, head: Token) -> Modality:
    """*called for talks*, *will travel to Paris for talks*, *said ahead of the meeting*, *without talks*."""
    if is_aside(noun):
        return "asserted"
    link = preposition(noun)
    listed = cue("verbs", verb_keys(head, [link], bare=False))
    if listed:
        return combine(listed, _event(head))
    told = cue("prepositions", [link])
    if told:
        return told
    there = any(child.dep_ == "cop" for child in head.children)  # is in Rome for talks
    goes = there or _is_light(head) or head.lemma_.lower() in words("motion")
    outer = _event(head) if goes or link in words("inherited") else "asserted"
    return outer if goes or outer != "negated" else "asserted"


# --- questions ------------------------------------------------------------------------------------------


def _asked(token: Token) -> bool:
    """*Did Sullivan meet Kamel?*: is the event in the main clause of a question?"""
    top = first_conjunct(token)
    while top.dep_ in {"obj", "nsubj", "obl", "xcomp", "nsubj:pass"}:
        top = first_conjunct(top.head)
    if top.dep_ not in ROOTS:
        return False
    return any(child.text == "?" for child in top.children)
