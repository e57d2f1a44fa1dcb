"""Which links are made, given the head's scores: best first, in the order of the text.

*While he was minister, Lee signed it*: a pronoun may wait for a name later in its sentence.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from eventgraph.annotate.coreference.pairs import Pairs
from eventgraph.annotate.coreference.traits import Traits
from eventgraph.annotate.coreference.values import FORMS, GENDERS, PRONOUNS, TYPES

SEXES = (GENDERS.index("m"), GENDERS.index("f"))
WAITING = (FORMS.index("he"), FORMS.index("she"))

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def antecedents(scores: Floats, fresh: Floats, pairs: Pairs, traits: Traits) -> Ints:
    """Return the mention each mention refers back to, [n], -1 for none: the best pair that beats being new.

    `scores` [p], `fresh` [n] as of `CoreferenceHead`. No chain holds a man and a woman, or two people whose
    names differ; a name that the head links to nothing goes to the last of whom the name rules say it is.
    """
    gain = scores - fresh[pairs.later]
    options = _options(gain, pairs)
    awaited = _awaited(gain, pairs, traits)
    back = np.full(len(fresh), -1, np.int64)
    chains = [_Facts.of(traits, k) for k in range(len(fresh))]
    alike = _same_person(traits)
    for i in range(len(fresh)):
        choices = [*options[i], *alike.get(i, ())]
        if i in awaited:
            name = awaited[i]
            choices = [j for j in options[name] if j < i]
            if not choices:
                options[name].insert(0, i)
        for j in choices:
            if chains[i].fits(chains[j]):
                back[i] = j
                chains[j].join(chains[i])
                chains[i] = chains[j]
                break
    return back


def _options(gain: Floats, pairs: Pairs) -> dict[int, list[int]]:
    """Return the earlier mentions that beat being new, by later mention, the best and nearest first."""
    likely = np.flatnonzero(gain > 0)
    order = likely[np.lexsort((-pairs.earlier[likely], -gain[likely]))]
    options: dict[int, list[int]] = defaultdict(list)
    for i, j in zip(pairs.later[order].tolist(), pairs.earlier[order].tolist(), strict=True):
        options[i].append(j)
    return options


def _same_person(traits: Traits) -> dict[int, list[int]]:
    """Return, by mention, the one before that names the same person by the rules."""
    before: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    named = (traits.entity >= 0) & (traits.type == TYPES.index("person"))
    for i in np.flatnonzero(named).tolist():
        entity = int(traits.entity[i])
        if entity in last:
            before[i] = [last[entity]]
        last[entity] = i
    return before


def _awaited(gain: Floats, pairs: Pairs, traits: Traits) -> dict[int, int]:
    """Return the name later in its sentence that a *he* or *she* waits for, where that gains most."""
    most = np.zeros(len(traits.form), np.float32)
    np.maximum.at(most, pairs.later, gain)
    ahead = (gain > most[pairs.earlier]) & np.isin(traits.form[pairs.earlier], WAITING)
    ahead &= traits.form[pairs.later] < PRONOUNS
    ahead &= traits.sentence[pairs.later] == traits.sentence[pairs.earlier]
    found = np.flatnonzero(ahead)
    order = found[np.lexsort((-pairs.later[found], gain[found]))]
    return dict(zip(pairs.earlier[order].tolist(), pairs.later[order].tolist(), strict=True))


class _Facts:
    """What is known of a chain so far."""

    __slots__ = ("gender", "person")

    def __init__(self, gender: int, person: int) -> None:
        self.gender, self.person = gender, person

    @classmethod
    def of(cls, traits: Traits, k: int) -> _Facts:
        gender = int(traits.gender[k])
        named = traits.type[k] == TYPES.index("person") and traits.entity[k] >= 0
        return cls(gender if gender in SEXES else 0, int(traits.entity[k]) if named else -1)

    def fits(self, other: _Facts) -> bool:
        sexes, people = {self.gender, other.gender} - {0}, {self.person, other.person} - {-1}
        return len(sexes) < 2 and len(people) < 2

    def join(self, other: _Facts) -> None:
        self.gender, self.person = self.gender or other.gender, max(self.person, other.person)
