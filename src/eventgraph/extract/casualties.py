"""Casualties: how many were killed or injured. What counts is in `rules/casualties.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.extract.claims import make_claim
from eventgraph.extract.location import place_of
from eventgraph.extract.matcher import Match, Matcher
from eventgraph.extract.modality import modality
from eventgraph.extract.numbers import Figure, figures
from eventgraph.extract.rules import BUILT_IN, Rule, load_rules
from eventgraph.extract.sources import source_of
from eventgraph.extract.syntax import expanded, passive
from eventgraph.extract.victims import Victims, counted, figure_of, parts
from eventgraph.lexicon import words
from eventgraph.model import Claim
from eventgraph.model.claim import Value

REACH = 10  # words between a toll and its figure
NO_FEWER = ("no fewer than", "no less than", "no more than", "not less than")  # a bound, no denial
HARMS = ("killed.verbs", "injured.verbs", "injured.adjectives")
YEAR = re.compile(r"(?:19|20)\d\d")  # 2,010 people have a comma
RESULT = frozenset({"leave", "find", "pronounce", "declare", "confirm"})
SKIPPED = frozenset({"AUX", "ADV"})
UNNAMED = frozenset(
    {None, "others", "other", "more", "death", "deaths", "injuries", "lives", "bodies", "fatalities"}
)


class Harm(NamedTuple):
    """A number of people harmed, and where the text says so."""

    trigger: Token
    effect: Value
    victims: Victims
    rule: Rule


class Casualties:
    """Claims of type `casualties`."""

    name = "casualties"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "casualties.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each figure, however often the article repeats it."""
        for harm in _distinct(self._harms(doc)):
            claim = _claim(harm)
            if claim:
                yield claim

    def _harms(self, doc: Doc) -> Iterator[Harm]:
        taken: set[int] = set()
        for match in self._matcher.matches(doc):
            if not match.trigger._.prose or not _happened(match.trigger):
                continue
            for victims in _victims(match, _figures(match.trigger)):
                if victims.head.i not in taken:
                    taken.add(victims.head.i)
                    yield Harm(match.trigger, match.attributes["effect"], victims, match.rule)


def _happened(trigger: Token) -> bool:
    """*left 12 dead*: as the leaving; *feared dead*: no."""
    if trigger.sent.text.lower().startswith(NO_FEWER):
        return True
    told = trigger.head if trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in RESULT else trigger
    return modality(told) == "asserted"


def _victims(match: Match, known: Sequence[Figure]) -> Iterator[Victims]:
    """Those the rule's argument names, those beside them, and their parts."""
    flags, named = match.rule.flags, match.arguments["victims"]
    group = "people"
    for head in expanded(
        [*named, *_beside(match.trigger), *(_toll(match.trigger) if "toll" in flags else ())]
    ):
        if ("figures" in flags and figure_of(head, known) is None) or _of_other(head, match.trigger):
            continue
        found = counted(head, known, any_noun="people" in flags and head in named)
        if found:
            if found.group not in UNNAMED and found.number > 1:
                group = str(found.group)
            yield found._replace(group=group if found.group in UNNAMED else found.group)
        yield from parts(head, known)


def _toll(trigger: Token) -> list[Token]:
    """*the death toll rose from 14 to 31*: the number after *to*, wherever the tree hangs it."""
    after = trigger.doc[trigger.i + 1 : min(trigger.i + REACH, trigger.sent.end)]
    return [one for one in after if one.pos_ == "NUM" and one.nbor(-1).lower_ in {"to", "of", "at"}]


def _figures(trigger: Token) -> tuple[Figure, ...]:
    """The figures of the sentence that are no dates."""
    dates = [(one.start, one.end) for one in trigger.doc._.dates]
    at = trigger.doc
    found = figures(trigger.sent)
    return tuple(
        one
        for one in found
        if not any(a <= at[one.end - 1].idx < b for a, b in dates) and not YEAR.fullmatch(at[one.start].text)
    )


def _of_other(head: Token, trigger: Token) -> bool:
    """*killed five and wounded 12*: the 12 stands right after another verb of harm."""
    before = head.nbor(-1) if head.i > head.sent.start else head
    harms = frozenset[str]().union(*(words(f"casualty.{one}") for one in HARMS))
    return head.pos_ == "NUM" and before.i != trigger.i and before.lemma_.lower() in harms


def _beside(trigger: Token) -> list[Token]:
    """*six were killed and 200 wounded*, *wounding 12*: the number beside the word, even if astray."""
    i = trigger.i - 1
    while i > trigger.sent.start and trigger.doc[i].pos_ in SKIPPED:
        i -= 1
    after = trigger.nbor() if trigger.i + 1 < trigger.sent.end else trigger
    follows = trigger.pos_ in {"VERB", "ADJ"} and after.dep_ != "nummod"
    near = [trigger.doc[max(i, trigger.sent.start)], *([after] if follows else [])]
    return [one for one in near if one.pos_ == "NUM" or (one.tag_ == "NNS" and passive(trigger))]


def _distinct(harms: Iterable[Harm]) -> list[Harm]:
    """Of figures that the article repeats the first stands; *the driver* is *a driver* of before."""
    kept: dict[tuple[Value, int, str], Harm] = {}
    for harm in harms:
        who = harm.victims.head.lemma_.lower() if harm.victims.number == 1 else ""
        kept.setdefault((harm.effect, harm.victims.number, who), harm)
    return list(kept.values())


def _claim(harm: Harm) -> Claim | None:
    victims, source, place = harm.victims, source_of(harm.trigger), place_of(harm.trigger)
    return make_claim(
        harm.trigger,
        "casualties",
        {"place": [place] if place else [], "source": [source] if source else []},
        {"effect": harm.effect, "count": victims.number, "bound": victims.bound, "group": victims.group},
        f"casualties/{harm.rule.name}",
        0.7,
    )
