"""Sayings by the order of words alone, for where the tree has lost the subject or the words said.

*Lee, who spoke first, said the port was open*; *"It is open," said the harbour master Ann Lee*; *According to
Lee, it is open*: a name right beside a verb of saying says it, whatever the parser makes of the sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from eventgraph.extract.grammar.syntax import subjects
from eventgraph.extract.statements.beside import (
    PERFECT,
    is_name,
    last_name,
    name_after,
    name_before,
    phrase_start,
)
from eventgraph.extract.statements.clausal import FINITE, is_clause
from eventgraph.extract.statements.edges import stripped
from eventgraph.extract.statements.first_person import first_person
from eventgraph.extract.statements.positions import in_order, positions
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.extract.statements.quoted import quoted
from eventgraph.extract.statements.saying import Saying
from eventgraph.lexicon import words

ACCORDING = frozenset({"according"})
ASIDE = 3  # tokens from a subject to its verb
BY_ORDER: frozenset[str] = frozenset({"order"})
FEWEST = 3  # words said
MEDIUM = 8  # tokens from a verb to *that*


def cues_by_order(doc: Doc) -> list[Token]:
    """Return the verbs and *according* that may be read without the tree."""
    verbs = words("reporting.clausal") | words("reporting.judging")
    return [doc[i] for i in in_order(positions(doc, "LEMMA", verbs), positions(doc, "LOWER", ACCORDING))]


def saying_by_order(cue: Token, quotations: Collection[Quotation]) -> Saying | None:
    """Return what the order of words alone lets one read of the cue."""
    if cue.lower_ in ACCORDING:
        return _according(cue)
    finite = cue.tag_ in FINITE or (cue.tag_ == "VBN" and _is_finite(cue))
    return _by_verb(cue, quotations) if finite or _is_added(cue) else None


def _is_added(verb: Token) -> bool:
    """*…, insisting she was ill*."""
    return verb.tag_ == "VBG" and verb.i > verb.sent.start and verb.nbor(-1).text == ","


def _is_finite(token: Token) -> bool:
    """*Lee has since said*; *Added Lee, "…"*; *NASA announced it was lost*, not *announced by*."""
    if token.i == token.sent.start:
        return True
    i = token.i - 1
    while i and token.doc[i].pos_ == "ADV":
        i -= 1
    named = is_name(token.doc[i]) and token.i + 1 < len(token.doc) and token.nbor().lower_ != "by"
    return named or token.doc[i].lower_ in PERFECT


def _by_verb(verb: Token, quotations: Collection[Quotation]) -> Saying | None:
    clausal, judging = (verb.lemma_.lower() in words(f"reporting.{kind}") for kind in ("clausal", "judging"))
    speaker, flags = None if verb.tag_ == "VBG" else name_before(verb), BY_ORDER
    inverted = name_after(verb) if speaker is None and clausal and verb.tag_ != "VBG" else None
    if speaker is None and inverted is None and clausal:
        speaker, flags = _subject(verb), frozenset()
    if speaker is None and inverted is None:
        return None
    said = quoted(verb, quotations) if clausal else []
    said = said or (_around(verb, speaker) if speaker and clausal else [])
    said = said or _told(verb, clausal, judging, inverted is not None)
    enough = sum(token.is_alpha for token in said) >= (1 if judging else FEWEST)
    sayer = speaker or inverted
    return Saying(verb, "by-order", flags, [sayer], (), said) if sayer and enough else None


def _told(verb: Token, clausal: bool, judging: bool, inverted: bool) -> list[Token]:
    """The words after the verb, before it if that is inverted: a clause, or what is judged."""
    doc, sentence = verb.doc, verb.sent
    beside = doc[sentence.start : verb.i] if inverted else doc[_start(verb) : sentence.end]
    content = stripped(_past_medium(list(beside)))
    if clausal and is_clause(content):
        return content
    judged = judging and not inverted and verb.nbor().pos_ not in {"ADP", "PUNCT", "SPACE"}
    return content if judged else []


def _around(verb: Token, speaker: Token) -> list[Token]:
    """*The port, he suggested, was closed*: the sentence without the aside."""
    doc, start = verb.doc, phrase_start(speaker)
    ends = verb.nbor().text in {",", "."} if verb.i + 1 < len(doc) else False
    if not ends or start <= verb.sent.start + 1 or doc[start - 1].text != ",":
        return []
    if any(token.pos_ == "DET" for token in doc[start + 1 : verb.i]):
        return []  # a sum the ministry denied
    content = stripped([token for token in verb.sent if not start - 1 <= token.i <= verb.i + 1])
    return content if is_clause(content) else []


def _past_medium(tokens: Sequence[Token]) -> Sequence[Token]:
    """*wrote in a letter that she was ill*: what follows *that*."""
    told = next((k for k, one in enumerate(tokens[:MEDIUM]) if one.lower_ == "that"), None)
    return tokens[told:] if told and tokens[0].lower_ in {"in", "on", "at"} else tokens


def _subject(verb: Token) -> Token | None:
    """The subject that the tree has, if only the words said are lost."""
    far = verb.i if verb.tag_ == "VBG" else ASIDE
    near = [one for one in subjects(verb) if 0 < verb.i - one.i <= far]
    return near[-1] if near and not first_person(near) else None


def _start(verb: Token) -> int:
    """Where what is said begins; after whom it is told: *told the press she was ill*."""
    tells = verb.lemma_.lower() in words("reporting.telling")
    to = [child for child in verb.rights if tells and child.dep_ in {"iobj", "obj"}]
    return to[0].right_edge.i + 1 if to else verb.i + 1


def _according(token: Token) -> Saying | None:
    """*According to Lee, it is open*; *It is, according to the master Ann Lee, open*."""
    doc, i = token.doc, token.i
    name = last_name(i + 2, token) if i + 2 < len(doc) and doc[i + 1].lower_ == "to" else None
    if name is None:
        return None
    aside = range(token.i, _pause(name) + 1)
    content = stripped([one for one in token.sent if one.i not in aside])
    return Saying(token, "by-order", BY_ORDER, [name], (), content) if is_clause(content) else None


def _pause(name: Token) -> int:
    """Where the phrase with the name ends; after *which cited the police,* too."""
    doc, last = name.doc, name.sent.end - 1
    i = next((k for k in range(name.i, last) if doc[k].text == ","), last)
    if i < last and doc[i + 1].tag_ in {"WDT", "WP"}:
        return next((k for k in range(i + 1, last) if doc[k].text == ","), last)
    return i
