"""Pairs of a mention and an earlier one that it may refer back to, and what speaks for or against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.coreference.flags import Side, pair_flags
from eventgraph.annotate.coreference.traits import Traits
from eventgraph.annotate.coreference.values import FORMS, GENDERS, NUMBERS, PRONOUNS, ROLES, TYPES

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
    later: list[int] = []
    earlier: list[int] = []
    kin: dict[tuple[str, int], list[int]] = {}
    keys = list(_keys(traits))
    pronoun = (traits.form >= PRONOUNS).tolist()
    for k in range(n):
        first = max(0, k - (NEAR if pronoun[k] else NEARBY))
        far = sorted({j for key in keys[k] for j in kin.get(key, ())[-AKIN:] if j < first})
        found = [*far, *range(first, k)]
        later += [k] * len(found)
        earlier += found
        for key in keys[k]:
            kin.setdefault(key, []).append(k)
    i, j = np.array(later, np.int64), np.array(earlier, np.int64)
    kept = ~_barred(Side(traits, i), Side(traits, j))
    return i[kept], j[kept]


def _barred(i: Side, j: Side) -> npt.NDArray[np.bool_]:
    """Return where none can refer to the other: a man and a woman; *he met him*; *he called Lee*."""
    sexes: npt.NDArray[np.bool_] = (
        (i.gender + j.gender == sum(SEXES)) & (i.gender != j.gender) & np.isin(i.gender, SEXES)
    )
    arguments = (i.governor == j.governor) & (i.role <= LAST_ARGUMENT) & (j.role <= LAST_ARGUMENT)
    personal = np.isin(i.form, PERSONAL) | np.isin(j.form, PERSONAL)
    barred: npt.NDArray[np.bool_] = sexes | (arguments & personal & (i.reflexive == 0) & (i.head != j.head))
    return barred


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
    i, j = Side(traits, later), Side(traits, earlier)
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
    return Pairs(later, earlier, codes + OFFSETS[:-1], pair_flags(i, j, words, later, earlier))


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
