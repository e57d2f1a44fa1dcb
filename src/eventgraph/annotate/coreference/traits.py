"""What each mention is by itself: form, gender, number, type, place in its sentence, speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc

from eventgraph.annotate.coreference.mentions import Candidate
from eventgraph.annotate.coreference.reader import TraitReader

Ints = npt.NDArray[np.int64]


class Traits(NamedTuple):
    """One number a mention, all int64 [n].

    `head`, `start`, `end`, `clause`, `governor`: tokens; `outer`: the clause around the clause, `depth`: how
    many there are (to 3). `form`, `gender`, `number`, `type`, `role`: places in the tuples of
    `values`. `lemma`, `text`: equal where the words are. `entity`: that of the name rules, -1 for
    none. `speaker`: who says it (0 the author, -1 unknown); `quoter`: head token of the quotation's speaker,
    -1 outside. `reflexive` and `title` are 0 or 1; `length`: tokens, to 12.
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


def find_traits(doc: Doc, mentions: Sequence[Candidate], voices: Sequence[str] | None = None) -> Traits:
    """Return the traits of the mentions; `voices`, if known, says for each token who speaks it."""
    reader = TraitReader(doc, voices)
    rows = [reader.read(one) for one in mentions]
    table = np.array(rows, np.int64).reshape(len(rows), len(Traits._fields))
    return Traits(*np.ascontiguousarray(table.T))


CONTENT = frozenset(IDS[pos] for pos in ("NOUN", "PROPN", "ADJ", "NUM"))


def content_words(doc: Doc, mentions: Sequence[Candidate]) -> list[frozenset[str]]:
    """Return the lemmas of the nouns, adjectives and numbers in each mention."""
    kept = [token.lemma_.lower() if token.pos in CONTENT else "" for token in doc]
    return [frozenset(filter(None, kept[one.start : one.end])) for one in mentions]
