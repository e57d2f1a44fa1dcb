"""What speaks for or against a pair, yes or no: words, places in the sentence, voices, prominence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.coreference.traits import Traits
from eventgraph.annotate.coreference.values import FORMS, PRONOUNS, ROLES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

SUBJECT = ROLES.index("nsubj:pass")
"""The last role that is a subject's."""
FLAGS = 52


class Side:
    """The traits of one side of every pair, by name."""

    def __init__(self, traits: Traits, which: Ints) -> None:
        self._traits, self._which = traits, which

    def __getattr__(self, name: str) -> Ints:
        values: Ints = getattr(self._traits, name)[self._which]
        setattr(self, name, values)  # found without asking from now on
        return values


def pair_flags(i: Side, j: Side, words: list[frozenset[str]], later: Ints, earlier: Ints) -> Floats:
    """Return the flags of every pair, float32 [p, FLAGS]; `words` holds each mention's content words."""
    flags = [
        *_of_words(i, j, words, later, earlier),
        *_of_place(i, j),
        *_of_voices(i, j),
        *_of_prominence(i, j),
    ]
    return np.stack(flags, axis=1).astype(np.float32)


def _of_words(i: Side, j: Side, words: list[frozenset[str]], later: Ints, earlier: Ints) -> list[Flags]:
    noun: Flags = (i.form < PRONOUNS) & (j.form < PRONOUNS)
    known = (i.entity >= 0) & (j.entity >= 0)
    covered = _covered(words, later, earlier, noun)
    return [
        noun & (i.lemma == j.lemma),
        noun & (i.text == j.text),
        (i.form >= PRONOUNS) & (i.lemma == j.lemma),
        covered == 3,
        covered == 2,
        covered == 1,
        noun & (i.lemma == j.lemma) & (covered == 0),
        known & (i.entity == j.entity),
        known & (i.entity != j.entity) & (i.type == j.type),
    ]


def _of_place(i: Side, j: Side) -> list[Flags]:
    same_clause = i.clause == j.clause
    return [
        (j.start <= i.start) & (i.end <= j.end),
        (i.start <= j.start) & (j.end <= i.end),
        same_clause,
        i.governor == j.governor,
        same_clause & (i.reflexive > 0),
        same_clause & (i.role == ROLES.index("nmod:poss")),
        i.governor == j.head,
        j.governor == i.head,
        (j.governor == i.head) & (j.role <= SUBJECT),
        (i.role == ROLES.index("appos")) & (i.governor == j.head),
        i.paragraph == j.paragraph,
        i.clause == j.governor,
    ]


def _of_voices(i: Side, j: Side) -> list[Flags]:
    me, mine = _is(i, "i"), _is(j, "i")
    us, ours = _is(i, "we"), _is(j, "we")
    you, yours = _is(i, "you"), _is(j, "you")
    voiced = (i.speaker > 0) & (j.speaker > 0)
    same_voice = i.speaker == j.speaker
    return [
        j.head == i.quoter,
        i.head == j.quoter,
        (me | us) & (j.head == i.quoter),
        (i.quoter >= 0) == (j.quoter >= 0),
        same_voice,
        voiced & same_voice,
        voiced & ~same_voice,
        me & mine & same_voice,
        me & mine & ~same_voice,
        us & ours & same_voice,
        us & ours & ~same_voice,
        you & yours & same_voice,
        you & yours & ~same_voice,
        (me & yours | you & mine) & ~same_voice,
        (me & yours | you & mine) & same_voice,
    ]


def _of_prominence(i: Side, j: Side) -> list[Flags]:
    same_clause, next_sentence = i.clause == j.clause, i.sentence == j.sentence + 1
    subject, main = j.role <= SUBJECT, j.depth == 0
    return [
        (i.quoter >= 0) & (j.quoter < 0),
        i.title > 0,
        j.title > 0,
        j.sentence == 0,
        subject,
        (i.role <= SUBJECT) & subject,
        i.lemma == j.lemma,
        (j.head == i.head),
        i.sentence == j.sentence,
        i.outer == j.clause,
        i.clause == j.outer,
        (i.outer == j.outer) & ~same_clause,
        same_clause & subject,
        (i.outer == j.clause) & subject,
        next_sentence & subject & main,
        next_sentence & subject & main & (i.role <= SUBJECT) & (i.depth == 0),
    ]


def _is(side: Side, form: str) -> Flags:
    found: Flags = side.form == FORMS.index(form)
    return found


def _covered(words: list[frozenset[str]], later: Ints, earlier: Ints, noun: npt.NDArray[np.bool_]) -> Ints:
    """Return 3 where nouns have the same content words, 2 where one has the other's, 1 where some are."""
    result = np.zeros(len(later), np.int64)
    pairs = np.flatnonzero(noun)
    for k, i, j in zip(pairs.tolist(), later[pairs].tolist(), earlier[pairs].tolist(), strict=True):
        a, b = words[i], words[j]
        if not a.isdisjoint(b):
            result[k] = 3 if a == b else 2 if a <= b or b <= a else 1
    return result
