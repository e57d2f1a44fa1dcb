"""What each mention is by itself: form, gender, number, type, place in its sentence, speaker."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import yaml
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from eventgraph.annotate.coreference_clauses import find_clauses
from eventgraph.annotate.coreference_genders import find_genders
from eventgraph.annotate.coreference_mentions import Candidate
from eventgraph.annotate.coreference_voices import find_voices
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.lexicon import gender_of_noun, is_title_head, words

Ints = npt.NDArray[np.int64]

FORMS = (
    "name", "proper", "definite", "demonstrative", "indefinite", "owned", "bare", "joint",
    "he", "she", "it", "they", "i", "we", "you", "that", "these", "pronoun",
)  # fmt: skip
GENDERS = ("unknown", "m", "f", "n")
NUMBERS = ("unknown", "s", "p")
TYPES = ("none", "person", "organization", "place", "event", "time", "thing", "living", "group")
ROLES = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "appos", "conj", "root", "compound", "other",
)  # fmt: skip
KINDS = {
    "person": "person", "organization": "organization", "place": "place", "country": "place",
    "event": "event", "time": "time", "object": "thing", "substance": "thing", "abstract": "thing",
    "animal": "living", "plant": "living",
}  # fmt: skip
PLURAL = frozenset({"NNS", "NNPS"})
COARSE = {
    "iobj": "obl", "obl:unmarked": "obl", "obl:agent": "obl", "nsubj:outer": "nsubj", "nmod:unmarked": "nmod",
}  # fmt: skip
PRONOUNS = 8  # the first form that is a pronoun's


FORM, GENDER, NUMBER, TYPE, ROLE = (
    {name: place for place, name in enumerate(names)} for names in (FORMS, GENDERS, NUMBERS, TYPES, ROLES)
)


class Traits(NamedTuple):
    """One number a mention, all int64 [n].

    `head`, `start`, `end`, `clause`, `governor`: tokens; `outer`: the clause around the clause, `depth`: how
    many there are (to 3). `form`, `gender`, `number`, `type`, `role`: places
    in the tuples above. `lemma`, `text`: equal where the words are. `entity`: that of the name rules,
    -1 for none. `speaker`: who says it (0 the author, -1 unknown); `quoter`: head token of the quotation's
    speaker, -1 outside. `reflexive`, `modified`, `first` are 0 or 1.
    """

    head: Ints
    start: Ints
    end: Ints
    clause: Ints
    outer: Ints
    depth: Ints
    governor: Ints
    sentence: Ints
    paragraph: Ints
    form: Ints
    gender: Ints
    number: Ints
    type: Ints
    role: Ints
    lemma: Ints
    text: Ints
    entity: Ints
    speaker: Ints
    quoter: Ints
    reflexive: Ints
    title: Ints
    length: Ints


@cache
def lexicon() -> dict[str, Any]:
    """Return the word lists of coreference."""
    path = Path(__file__).with_name("coreference_words.yml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


@cache
def _pronouns() -> dict[str, tuple[str, str, str]]:
    found = lexicon()["pronouns"].items()
    return {
        word: (form, entry.get("gender", "unknown"), entry.get("number", "unknown"))
        for form, entry in found
        for word in entry["words"]
    }


def find_traits(doc: Doc, mentions: Sequence[Candidate], voices: Sequence[str] | None = None) -> Traits:
    """Return the traits of the mentions; `voices`, if known, says for each token who speaks it."""
    reader = _Reader(doc, voices)
    rows = [reader.read(one) for one in mentions]
    table = np.array(rows, np.int64).reshape(len(rows), len(Traits._fields))
    return Traits(*np.ascontiguousarray(table.T))


class _Reader:
    """Reads one article's mentions; equal strings get equal numbers."""

    def __init__(self, doc: Doc, voices: Sequence[str] | None) -> None:
        self._tokens = list(doc)  # made once: spaCy makes an object a look
        self._numbers: dict[str, int] = {}
        self._genders = find_genders(doc)
        self._named = {ent.root.i for ent in doc.ents}
        self._voices, self._quoters = find_voices(doc, voices)
        self._paragraph = np.cumsum([token.is_space and "\n" in token.text for token in self._tokens])

    def read(self, one: Candidate) -> tuple[int, ...]:
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
            return _pronouns().get(head.lower_, ("pronoun", "unknown", "unknown"))
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


CONTENT = frozenset(IDS[pos] for pos in ("NOUN", "PROPN", "ADJ", "NUM"))


def content_words(doc: Doc, mentions: Sequence[Candidate]) -> list[frozenset[str]]:
    """Return the lemmas of the nouns, adjectives and numbers in each mention."""
    kept = [token.lemma_.lower() if token.pos in CONTENT else "" for token in doc]
    return [frozenset(filter(None, kept[one.start : one.end])) for one in mentions]
