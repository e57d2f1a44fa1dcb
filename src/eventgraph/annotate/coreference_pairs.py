"""Pairs of a mention and an earlier one that it may refer back to, and what speaks for or against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.coreference_traits import FORMS, GENDERS, NUMBERS, PRONOUNS, ROLES, TYPES, Traits

NEAR, NEARBY = 20, 8
"""How many mentions back a pronoun looks, and any other mention."""
AKIN = 12
"""How many mentions farther back of the same head, name or entity it looks at, too."""

SENTENCES = (0, 1, 2, 3, 5, 8, 12, 20)
MENTIONS = (1, 2, 3, 4, 6, 9, 14, 22, 41, 100)
COUNTS = (0, 1, 2, 3, 5, 9)
BROAD = np.array([0, 0, 1, 1, 2, 1, 2, 3, 4, 4, 5, 6, 7, 7, 7, 5, 6, 5])
"""Forms of antecedents in classes: name, definite, other noun, joint, he/she, it/that, they, I/we/you."""
BROADS, DEPTHS = 8, 4
SEXES = (GENDERS.index("m"), GENDERS.index("f"))
PERSONAL = tuple(FORMS.index(form) for form in ("he", "she", "it", "they"))
LAST_ARGUMENT = ROLES.index("obl")

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Pairs(NamedTuple):
    """p pairs, in the order of `later`: mentions `later` and `earlier` [p]; `codes` int64 [p, CODES]; `flags`
    float32 [p, FLAGS]."""

    later: Ints
    earlier: Ints
    codes: Ints
    flags: Floats


SIZES = (
    len(SENTENCES) + 1, len(MENTIONS) + 1, len(FORMS) * BROADS, len(GENDERS) ** 2, len(NUMBERS) ** 2,
    len(TYPES) ** 2, len(ROLES) ** 2, DEPTHS**2, len(COUNTS) + 1, len(COUNTS) + 1, len(COUNTS) + 1,
)  # fmt: skip
OFFSETS = np.concatenate([[0], np.cumsum(SIZES)])
CODES, VALUES = len(SIZES), int(OFFSETS[-1])


def find_candidates(traits: Traits) -> tuple[Ints, Ints]:
    """Return pairs of mentions: the nearest before each, and the nearest of its kin beyond them."""
    n = len(traits.head)
    later, earlier = [], []
    kin: dict[tuple[str, int], list[int]] = {}
    keys = list(_keys(traits))
    pronoun = (traits.form >= PRONOUNS).tolist()
    for i in range(n):
        first = max(0, i - (NEAR if pronoun[i] else NEARBY))
        near = range(first, i)
        far = sorted({j for key in keys[i] for j in kin.get(key, ())[-AKIN:] if j < first})
        found = [*far, *near]
        later.append(np.full(len(found), i, np.int64))
        earlier.append(np.array(found, np.int64))
        for key in keys[i]:
            kin.setdefault(key, []).append(i)
    empty = np.zeros(0, np.int64)
    i, j = np.concatenate([empty, *later]), np.concatenate([empty, *earlier])
    kept = ~_barred(_Side(traits, i), _Side(traits, j))
    return i[kept], j[kept]


def _barred(i: _Side, j: _Side) -> npt.NDArray[np.bool_]:
    """Return where none can refer to the other: a man and a woman; *he met him*; *he called Lee*."""
    sexes = (i.gender + j.gender == sum(SEXES)) & (i.gender != j.gender) & np.isin(i.gender, SEXES)
    arguments = (i.governor == j.governor) & (i.role <= LAST_ARGUMENT) & (j.role <= LAST_ARGUMENT)
    personal = np.isin(i.form, PERSONAL) | np.isin(j.form, PERSONAL)
    return sexes | (arguments & personal & (i.reflexive == 0) & (i.head != j.head))


def _keys(traits: Traits) -> Iterator[list[tuple[str, int]]]:
    """Yield what makes each mention akin to others: head, words and entity; of *I* and *we*, who speaks."""
    first = (FORMS.index("i"), FORMS.index("we"))
    columns = (traits.form, traits.lemma, traits.text, traits.entity, traits.speaker)
    for form, lemma, text, entity, speaker in zip(*(column.tolist() for column in columns), strict=True):
        if form >= PRONOUNS:
            yield [("voice", speaker)] if form in first else []
        else:
            yield [("lemma", lemma), ("text", text), *([("entity", entity)] if entity >= 0 else [])]


def find_pairs(traits: Traits, words: list[frozenset[str]]) -> Pairs:
    """Return the candidate pairs with their features; `words` holds each mention's content words."""
    later, earlier = find_candidates(traits)
    i, j = _Side(traits, later), _Side(traits, earlier)
    codes = np.stack(
        [
            np.searchsorted(SENTENCES, i.sentence - j.sentence),
            np.searchsorted(MENTIONS, later - earlier),
            i.form * BROADS + BROAD[j.form],
            i.gender * len(GENDERS) + j.gender,
            i.number * len(NUMBERS) + j.number,
            i.type * len(TYPES) + j.type,
            i.role * len(ROLES) + j.role,
            i.depth * DEPTHS + j.depth,
            *_salience(traits, later, earlier),
        ],
        axis=1,
    )
    return Pairs(later, earlier, codes + OFFSETS[:-1], _flags(i, j, traits, later, earlier, words))


class _Side:
    """The traits of one side of every pair, by name."""

    def __init__(self, traits: Traits, which: Ints) -> None:
        self._traits, self._which = traits, which

    def __getattr__(self, name: str) -> Ints:
        values: Ints = getattr(self._traits, name)[self._which]
        setattr(self, name, values)  # found without asking from now on
        return values


def _salience(traits: Traits, later: Ints, earlier: Ints) -> list[Ints]:
    """Return how often the earlier mention's entity was met by then, and persons and subjects between."""
    same = np.where(traits.entity >= 0, traits.entity, traits.text)
    seen: dict[int, int] = {}
    rank = np.zeros(len(same), np.int64)
    for k, key in enumerate(same.tolist()):
        rank[k] = seen[key] = seen.get(key, 0) + 1
    person = (traits.type == TYPES.index("person")) & (traits.form < PRONOUNS)
    subject = traits.role <= 1
    between = [np.concatenate([[0], np.cumsum(which)]) for which in (person, subject)]
    counts = [rank[earlier], *(sums[later] - sums[earlier + 1] for sums in between)]
    return [np.searchsorted(COUNTS, count) for count in counts]


def _flags(
    i: _Side, j: _Side, traits: Traits, later: Ints, earlier: Ints, words: list[frozenset[str]]
) -> Floats:
    noun = (i.form < PRONOUNS) & (j.form < PRONOUNS)
    me, mine = _is(i, "i"), _is(j, "i")
    us, ours = _is(i, "we"), _is(j, "we")
    you, yours = _is(i, "you"), _is(j, "you")
    voiced = (i.speaker > 0) & (j.speaker > 0)
    same_voice = i.speaker == j.speaker
    known = (i.entity >= 0) & (j.entity >= 0)
    inside = (j.start <= i.start) & (i.end <= j.end)
    around = (i.start <= j.start) & (j.end <= i.end)
    same_clause = i.clause == j.clause
    covered = _covered(words, later, earlier, noun)
    flags = [
        noun & (i.lemma == j.lemma),
        noun & (i.text == j.text),
        (i.form >= PRONOUNS) & (i.lemma == j.lemma),
        covered == 3,
        covered == 2,
        covered == 1,
        noun & (i.lemma == j.lemma) & (covered == 0),
        known & (i.entity == j.entity),
        known & (i.entity != j.entity) & (i.type == j.type),
        inside,
        around,
        same_clause,
        i.governor == j.governor,
        same_clause & (i.reflexive > 0),
        same_clause & (i.role == ROLES.index("nmod:poss")),
        i.governor == j.head,
        j.governor == i.head,
        (j.governor == i.head) & (j.role <= 1),
        (i.role == ROLES.index("appos")) & (i.governor == j.head),
        i.paragraph == j.paragraph,
        i.clause == j.governor,
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
        (i.quoter >= 0) & (j.quoter < 0),
        i.title > 0,
        j.title > 0,
        j.sentence == 0,
        j.role <= 1,
        (i.role <= 1) & (j.role <= 1),
        i.lemma == j.lemma,
        (j.head == i.head),
        i.sentence == j.sentence,
        i.outer == j.clause,
        i.clause == j.outer,
        (i.outer == j.outer) & ~same_clause,
        same_clause & (j.role <= 1),
        (i.outer == j.clause) & (j.role <= 1),
        (i.sentence == j.sentence + 1) & (j.role <= 1) & (j.depth == 0),
        (i.sentence == j.sentence + 1) & (j.role <= 1) & (j.depth == 0) & (i.role <= 1) & (i.depth == 0),
    ]
    return np.stack(flags, axis=1).astype(np.float32)


def _is(side: _Side, form: str) -> npt.NDArray[np.bool_]:
    return side.form == FORMS.index(form)


def _covered(words: list[frozenset[str]], later: Ints, earlier: Ints, noun: npt.NDArray[np.bool_]) -> Ints:
    """Return 3 where nouns have the same content words, 2 where one has the other's, 1 where some are."""
    result = np.zeros(len(later), np.int64)
    pairs = np.flatnonzero(noun)
    for k, i, j in zip(pairs.tolist(), later[pairs].tolist(), earlier[pairs].tolist(), strict=True):
        a, b = words[i], words[j]
        if not a.isdisjoint(b):
            result[k] = 3 if a == b else 2 if a <= b or b <= a else 1
    return result


FLAGS = 52
