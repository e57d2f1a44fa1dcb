"""Whose name stands right beside a verb of saying, by the order of words alone."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.modality.cues import graded
from eventgraph.extract.modality.cues import words as cues
from eventgraph.lexicon import words

RELATIVE = frozenset({"WDT", "WP"})
PERFECT = frozenset({"has", "have", "had"})
SPEAKERS = frozenset({"person", "organization", "country"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
CONDITIONS = frozenset({"if", "whether", "unless", "that", "had"})
OPENING = frozenset({",", "—", "–", "-", ";"})
LONGEST_ASIDE = 20  # tokens between a name and its verb


def beside(verb: Token) -> list[Token]:
    """The name before the verb, if it is one of saying, else the one after it."""
    clausal, judging = (verb.lemma_.lower() in words(f"reporting.{kind}") for kind in ("clausal", "judging"))
    before = name_before(verb) if clausal or judging else None
    name = before or (name_after(verb) if clausal else None)
    return [name] if name else []


def past_aside(verb: Token, subject: Token) -> Token | None:
    """*Lee, who is in Reuters, said*: Lee, where the tree has Reuters for a subject."""
    end = _before(verb)
    opening = [
        i for i in range(max(verb.sent.start, end.i - LONGEST_ASIDE), end.i) if verb.doc[i].text == ","
    ]
    if end.text != "," or not opening or not opening[-1] < subject.i < end.i or not opening[-1]:
        return None
    before = verb.doc[opening[-1] - 1]
    return before if verb.doc[opening[-1] + 1].tag_ in RELATIVE and _name(before) else None


def name_before(verb: Token) -> Token | None:
    """Lee, in *Lee has also said*, *Lee, the mayor, said*, *Lee, who said*, *Lee of Reuters said*."""
    end = _before(verb)
    if end.lower_ in {"who", "which"}:
        comma = end.doc[end.i - 1] if end.i else end
        end = comma.nbor(-1) if comma.text == "," and comma.i else comma
        return end if _name(end) else None
    if end.text == ",":
        end = _before_aside(end)
    if _name(end) is None:
        return None
    start, before = _phrase(end)
    if before is not None and before.pos_ == "ADP" and before.i:  # Lee of Reuters; Mayor of Bergen Ann Lee
        whose = before.nbor(-1)
        if whose.i == end.sent.start and whose.tag_ in {"NN", "NNP"} and is_title(whose):
            return end
        end = whose
        start, before = _phrase(end)
    free = before is None or _may_precede(start, before)
    return end if free and _name(end) else None


def _before(token: Token) -> Token:
    """The word before, adverbs and *has* passed over; the token itself at the start of its sentence."""
    i, first = token.i - 1, token.sent.start
    while i > first and (_is_adverb(token.doc[i]) or token.doc[i].lower_ in PERFECT):
        i -= 1
    return token.doc[i] if i >= first else token


def name_after(verb: Token) -> Token | None:
    """Lee, in *…," said Lee*, *…, said the harbour master Ann Lee of Bergen*, *Added Lee: "…*."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    opened = before.text in OPENING or before.is_quote or verb.i == verb.sent.start
    return last_name(verb.i + 1, verb) if opened else None


def last_name(start: int, trigger: Token) -> Token | None:
    """The last name in the noun phrase that begins at `start`, a person before others."""
    names: list[tuple[Token, Reference]] = []
    for token in trigger.doc[start : trigger.sent.end]:
        inside = bool(names) and reference(token) == names[-1][1]
        if token.pos_ not in NOMINAL and token.tag_ not in {"POS", "HYPH"} and not inside:
            if token.pos_ in {"VERB", "AUX"}:
                return None
            break
        found = _name(token)
        names += [(token, found)] if found else []
    people = [token for token, found in names if found.entity.type == "person"]
    return people[-1] if people else names[-1][0] if names else None


def is_name(token: Token) -> bool:
    """Does the token name a person, body or country?"""
    return _name(token) is not None


def _is_adverb(token: Token) -> bool:
    return token.pos_ == "ADV" and token.lower_ not in cues("negations") | graded("adverbs").keys()


def _before_aside(comma: Token) -> Token:
    """Lee, for the second comma of *Lee, the mayor of Bergen, said*, of *the mayor of Bergen, Lee, said*."""
    doc, first = comma.doc, max(comma.sent.start, comma.i - LONGEST_ASIDE)
    start = phrase_start(doc[comma.i - 1])
    if _name(doc[comma.i - 1]) and start > first and doc[start - 1].text == ",":
        return doc[comma.i - 1]
    opening = [i for i in range(first + 1, comma.i - 1) if doc[i].text == ","]
    return doc[opening[-1] - 1] if opening else comma


def _name(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.mention.via == "name" and found.entity.type in SPEAKERS else None


def _phrase(name: Token) -> tuple[Token, Token | None]:
    """The first word of the name with the titles before it, and the word before that in its sentence."""
    start = phrase_start(name)
    return name.doc[start], name.doc[start - 1] if start > name.sent.start else None


def phrase_start(noun: Token) -> int:
    """Where the words begin that belong to the noun after them: its name, titles, owners, brackets."""
    doc, i, found, first = noun.doc, noun.i, reference(noun), noun.sent.start
    while i > first:
        before = doc[i - 1]
        if before.text == ")" and i > 3 and doc[i - 3].text == "(":
            i -= 3
        elif before.pos_ in NOMINAL or before.tag_ == "POS" or (found and reference(before) == found):
            i -= 1
        else:
            break
    return i


def _may_precede(start: Token, before: Token) -> bool:
    """*if Lee said*, *envoys of Peru and Chile said* tell nothing of Lee or Chile."""
    if before.pos_ == "CCONJ" and before.i > start.sent.start:
        other, further = _phrase(before.nbor(-1))
        return further is None or _name(before.nbor(-1)) is None or _may_precede(other, further)
    return before.pos_ != "ADP" and before.lower_ not in CONDITIONS
