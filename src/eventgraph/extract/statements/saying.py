"""One act of saying as a rule found it: whether it happened, who may be its speaker, what its cue is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.grammar.syntax import first_conjunct, logical_subjects, subjects
from eventgraph.extract.modality import modality
from eventgraph.extract.modality.cues import is_negated, marks
from eventgraph.extract.modality.local import local_modality
from eventgraph.extract.statements.beside import past_aside
from eventgraph.extract.statements.first_person import first_person
from eventgraph.lexicon import words

CHARGES = frozenset({"accuse", "suspect", "convict", "acquit", "charge"})
GOING_ON = frozenset({"go", "proceed", "continue"})
WHERE = frozenset({"on", "in", "at", "via", "through"})
JUDGED = frozenset({"rule", "sentence"})
JUDGES = frozenset({"judge", "justice", "magistrate", "coroner"})
POLITE = frozenset({"want", "like", "wish", "have"})
PARTICLES = frozenset({"compound:prt", "fixed"})
COURTS = frozenset(
    {"court", "tribunal", "commission", "panel", "inquiry", "committee", "council", "board", "agency"}
)


class Saying(NamedTuple):
    """A cue with its words and the heads of its speakers; `rule` and `flags` say how it was found."""

    trigger: Token
    rule: str
    flags: frozenset[str]
    speakers: Sequence[Token]
    addressees: Sequence[Token]
    content: Sequence[Token]

    @property
    def in_first_person(self) -> bool:
        """Does *I* or *we* speak?"""
        return first_person(self.speakers)

    @property
    def happened(self) -> bool:
        """Not if one may, will or refused to say it, or is accused of it; *I want to thank* thanks."""
        if "order" in self.flags:
            return True
        if self.flags & {"source", "noun"}:
            return not is_negated(self.trigger)
        if "object" in self.flags and self.content[0].lower_ == "no":
            return False  # issued no warrant
        if any(self.trigger.head.i == t.i for t in self.content):
            return local_modality(self.trigger) == "asserted"  # "It was refused," she had written
        above = self.trigger.head.lemma_.lower()
        if {"of", "for"} & {*marks(self.trigger)} and above in CHARGES | words("attack.accuse"):
            return False  # jailed for ordering a killing
        if self.trigger.pos_ == "ADJ" and self.trigger.dep_ == "xcomp":
            return modality(self.trigger.head) == "asserted"  # made it clear
        document = self.trigger.head.lemma_.lower() in words("reporting.documents")
        if self.trigger.dep_ == "acl" and self.trigger.tag_ == "VBG" and document:
            return modality(self.trigger.head) == "asserted"  # an order telling them to stay
        if self.trigger.dep_ in {"xcomp", "advcl"} and above in GOING_ON:
            return modality(self.trigger.head) == "asserted"  # went on to say
        polite = self.trigger.dep_ == "xcomp" and above in POLITE and self.in_first_person
        return polite or _only(self.trigger) or modality(self.trigger) == "asserted"

    @property
    def misplaced(self) -> bool:
        """An object speaks only where the verb stands between: *"It is over," argued the lawyer*.

        Not one of telling: *It was over, the envoy told the council*. Nor is an agent without its *by*.
        """
        objects = [t for t in self.speakers if t.dep_ in {"obj", "iobj"} and t.head.i == self.trigger.i]
        tells = self.trigger.lemma_.lower() in words("reporting.telling")
        agents = (t for t in self.speakers if t.dep_ == "obl:agent" and "by" not in marks(t))
        return any(agents) or any(tells or self.content[0].i > t.i for t in objects)

    def admits(self, speaker: Reference) -> bool:
        """May it be the speaker? Not from within the content; of findings only a court or panel."""
        if any(speaker.head == t.i for t in self.content):
            return False
        names = speaker.entity.name.lower().split()
        if "court" not in self.flags:
            return True
        if speaker.entity.type == "person":
            judge = _is_judge(self.trigger.doc[speaker.head])
            return self.trigger.lemma_.lower() in JUDGED or judge  # Judge Lee ruled that the lease is void
        return speaker.entity.type == "organization" and not COURTS.isdisjoint(names)

    @property
    def cue(self) -> str:
        """The cue as in the text: *said*, *According to*, *issued a ruling*, *called for*."""
        doc, start, end = self.trigger.doc, self.content[0].i, self.trigger.i + 1
        if "object" in self.flags:
            named = [t.i + 1 for t in self.trigger.rights if t.dep_ == "obj"]
            end = max(named, default=end)
        while end < len(doc) and (
            doc[end].dep_ in PARTICLES or (doc[end].dep_ == "case" and end + 1 == start)
        ):
            end += 1
        return str(doc[self.trigger.i : end].text)


def sayers_of(saying: Saying) -> Sequence[Token]:
    """Return whose words they are: those before the cue, past an aside, outside the clause it is hung on."""
    cue = saying.trigger
    before = [one for one in saying.speakers if one.i < cue.i]
    aside = [one for token in before[:1] if (one := past_aside(cue, token))]
    own = [one for one in before or saying.speakers if one.dep_ != "nsubj" or not _is_place(one)]
    if not own and cue.dep_ == "advcl":
        own = subjects(cue.head)  # noting on Twitter that …
    if "order" in saying.flags:
        own = [first_conjunct(one) for one in own]
    return _outer(cue) or aside or own


def _is_judge(name: Token) -> bool:
    """*Judge Nina Kolar found that he lied*: a finding; who finds that it rains makes none."""
    return any(child.lower_ in JUDGES for child in name.children)


def _only(verb: Token) -> bool:
    """*would say only that …*: as much was said."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    beside = verb.doc[max(verb.i - 1, verb.sent.start) : verb.i + 2]
    return "would" in helpers and any(token.lower_ == "only" for token in beside)


def _is_place(noun: Token) -> bool:
    """*on Twitter*: is it where something is said?"""
    return any(child.dep_ == "case" and child.lower_ in WHERE for child in noun.lefts)


def _outer(trigger: Token) -> list[Token]:
    """*Lee said the plan was dead, adding that …*: Lee, where the tree makes *adding* what the plan did."""
    clause = trigger.head
    if trigger.tag_ != "VBG" or trigger.dep_ != "advcl" or clause.dep_ != "ccomp" or _says(clause):
        return []
    paused = any(token.text == "," for token in trigger.doc[clause.i : trigger.i])
    return logical_subjects(clause.head) if paused and _says(clause.head) else []


def _says(verb: Token) -> bool:
    return any(verb.lemma_.lower() in words(f"reporting.{kind}") for kind in ("clausal", "judging"))
