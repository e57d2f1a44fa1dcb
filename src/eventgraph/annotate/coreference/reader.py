"""Reads the traits of one article's mentions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Token

from eventgraph.annotate.coreference.clauses import find_clauses
from eventgraph.annotate.coreference.genders import find_genders
from eventgraph.annotate.coreference.mentions import Candidate
from eventgraph.annotate.coreference.values import FORM, GENDER, NUMBER, ROLE, ROLES, TYPE
from eventgraph.annotate.coreference.voices import find_voices
from eventgraph.annotate.coreference.words import lexicon, pronouns
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.lexicon import gender_of_noun, is_title_head, words

KINDS = {
    "person": "person", "organization": "organization", "place": "place", "country": "place",
    "event": "event", "time": "time", "object": "thing", "substance": "thing", "abstract": "thing",
    "animal": "living", "plant": "living",
}  # fmt: skip
PLURAL = frozenset({"NNS", "NNPS"})
COARSE = {
    "iobj": "obl", "obl:unmarked": "obl", "obl:agent": "obl", "nsubj:outer": "nsubj", "nmod:unmarked": "nmod",
}  # fmt: skip


class TraitReader:
    """Reads one article's mentions; equal strings get equal numbers."""

    def __init__(self, doc: Doc, voices: Sequence[str] | None) -> None:
        self._tokens = list(doc)  # made once: spaCy makes an object a look
        self._numbers: dict[str, int] = {}
        self._genders = find_genders(doc)
        self._named = {ent.root.i for ent in doc.ents}
        self._voices, self._quoters = find_voices(doc, voices)
        self._paragraph = np.cumsum([token.is_space and "\n" in token.text for token in self._tokens])

    def read(self, one: Candidate) -> tuple[int, ...]:
        """Return the traits of one mention, in the order of the fields of `Traits`."""
        head = self._tokens[one.head]
        lower, known = head.lower_, reference(head)
        form, gender, number = self._form(one, head)
        type_ = self._type(head, known)
        if gender == "unknown" and not one.joint:
            gender = self._gender(head, known, type_)
        clause, outer, depth = find_clauses(head)
        role = COARSE.get(head.dep_, head.dep_)
        text = "+" + str(one.end - one.start) if one.joint else ""
        return (
            one.head, one.start, one.end, clause, outer, depth, head.head.i,
            sentence_number(head), int(self._paragraph[one.head]),
            FORM[form], GENDER[gender], NUMBER[number], TYPE[type_], ROLE.get(role, len(ROLES) - 1),
            self._number("l:" + head.lemma_.lower() + text), self._number("t:" + self._plain(one) + text),
            -1 if known is None or one.joint else self._number("e:" + known.entity.id),
            self._voices[one.head], self._quoters[one.head],
            int(lower in lexicon()["reflexive"]), int(is_title_head(lower)), min(one.end - one.start, 12),
        )  # fmt: skip

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def _plain(self, one: Candidate) -> str:
        """The words of the mention without article and possessive."""
        inside = self._tokens[one.start : one.end]
        plain = [token.lower_ for token in inside if token.tag_ not in {"POS", "DT", "PRP$"}]
        return " ".join(plain) or self._tokens[one.head].lower_

    def _form(self, one: Candidate, head: Token) -> tuple[str, str, str]:
        number = "p" if head.tag_ in PLURAL else "s" if head.tag_ in {"NN", "NNP"} else "unknown"
        if one.joint:
            return "joint", "unknown", "p"
        if head.pos_ in {"PRON", "DET"} or head.tag_ in {"PRP", "PRP$"}:
            return pronouns().get(head.lower_, ("pronoun", "unknown", "unknown"))
        if head.i in self._named:
            return "name", "unknown", number
        if head.pos_ == "PROPN":
            return "proper", "unknown", number
        return _determined(head), "unknown", number

    def _type(self, head: Token, known: Reference | None) -> str:
        if known is not None:
            return KINDS.get(known.entity.type, "none")
        if head.ent_type_ in KINDS:
            return KINDS[head.ent_type_]
        if head.lower_ in words("bodies"):
            return "organization"
        return KINDS.get(head._.kind or "", "none")

    def _gender(self, head: Token, known: Reference | None, type_: str) -> str:
        if known is not None and known.entity.type == "person":
            return self._genders.get(known.entity.id, "unknown")
        told = gender_of_noun(head.lower_) or gender_of_noun(head.lemma_.lower())
        return told or ("unknown" if type_ in {"person", "none"} else "n")


def _determined(head: Token) -> str:
    for child in head.lefts:
        word = child.lower_
        if child.dep_ == "nmod:poss":
            return "owned"
        if child.dep_ == "det" or child.tag_ in {"DT", "PDT"}:
            if word in lexicon()["demonstrative"]:
                return "demonstrative"
            if word in lexicon()["definite"]:
                return "definite"
            if word in lexicon()["indefinite"]:
                return "indefinite"
    return "bare"
