"""Casualties: how many were killed or injured. What counts is in `rules/casualties.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.extract.arguments.charges import charge_of
from eventgraph.extract.arguments.sources import source_of
from eventgraph.extract.casualties.beside_harm import beside, is_of_other, listed
from eventgraph.extract.casualties.fates import Harm, settled
from eventgraph.extract.casualties.numbers import Figure, figures
from eventgraph.extract.casualties.parts import parts
from eventgraph.extract.casualties.rate import is_rate
from eventgraph.extract.casualties.scene import scene_of
from eventgraph.extract.casualties.toll import toll_figures
from eventgraph.extract.casualties.victims import ONE, Victims, counted, figure_of, named
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.grammar.syntax import expanded, first_conjunct
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words
from eventgraph.model import Claim
from eventgraph.model.claim import Value

NO_FEWER = ("no fewer than", "no less than", "no more than", "not less than")  # a bound, no denial
YEAR = re.compile(r"(?:19|20)\d\d")  # 2,010 people have a comma
EXCEPT = frozenset({"but", "except"})  # all but one of the crew
RESULT = frozenset({"leave", "find", "pronounce", "declare", "confirm"})
UNNAMED = frozenset(
    {"other", "more", "death", "injury", "life", "body", "corpse", "fatality", "murder", "killing"}
)


class Casualties:
    """Claims of type `casualties`."""

    name = "casualties"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "casualties.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each figure, however often the article repeats it."""
        for harm in settled(self._harms(doc)):
            claim = _claim(harm)
            if claim:
                yield claim

    def _harms(self, doc: Doc) -> Iterator[Harm]:
        taken: set[tuple[int, Value | None]] = set()
        for match in self._matcher.matches(doc):
            if not match.trigger._.prose or not _happened(match.trigger):
                continue
            for victims in _victims(match, _figures(match.trigger)):
                effect = match.attributes["effect"]
                key = (victims.head.i, effect if victims.persons else None)  # wounded, and died of it
                if key not in taken and not is_rate(match.trigger, victims.head):
                    taken.update(() if "fate" in match.rule.flags else (key,))
                    yield Harm(match.trigger, effect, victims, match.rule)


def _happened(trigger: Token) -> bool:
    """*left 12 dead*: as the leaving; *feared dead*: no."""
    if trigger.sent.text.lower().startswith(NO_FEWER):
        return True
    told = trigger.head if trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in RESULT else trigger
    return modality(charge_of(told) or told) == "asserted"


def _victims(match: Match, known: Sequence[Figure]) -> Iterator[Victims]:
    """Those the rule's argument names, those beside them, and their parts."""
    flags, given = match.rule.flags, match.arguments["victims"]
    persons = named(expanded(list(given))) if "named" in flags else None
    if persons:
        yield persons
    group = "people"
    more = toll_figures(match.trigger) if "toll" in flags else listed(match.trigger)
    for head in expanded([*given, *beside(match.trigger), *more]):
        if ("figures" in flags and not _is_told_anew(head, known)) or is_of_other(head, match.trigger):
            continue
        found = counted(head, known, any_noun="people" in flags and head == match.trigger)
        if found:
            unnamed = found.group is None or found.head.lemma_.lower() in UNNAMED
            group = group if unnamed or found.number == 1 else str(found.group)
            yield found._replace(group=group) if unnamed else found
        yield from parts(head, known)


def _figures(trigger: Token) -> tuple[Figure, ...]:
    """The figures of the sentence that are no dates."""
    dates = [(one.start, one.end) for one in trigger.doc._.dates]
    at = trigger.doc
    found = figures(trigger.sent)
    return tuple(
        one
        for one in found
        if not any(a <= at[one.end - 1].idx < b for a, b in dates)
        and not _is_year(one, at)
        and at[one.start - 1].lower_ not in EXCEPT
    )


def _is_year(figure: Figure, doc: Doc) -> bool:
    """*over the 2012 killing*, *in 2012*; not *more than 2000 people*."""
    after = doc[figure.end] if figure.end < len(doc) else doc[figure.end - 1]
    counting = figure.bound != "exact" and after.lower_ in words("casualty.counting")
    return bool(YEAR.fullmatch(doc[figure.end - 1].text)) and not (counting or after.tag_ == "NNS")


def _is_told_anew(head: Token, known: Sequence[Figure]) -> bool:
    """*three miners*, *a miner*, *a girl and her mother*; *the miner* may have been told of before."""
    first = first_conjunct(head)
    if (
        first != head
        and _is_told_anew(first, known)
        and head.lemma_.lower() in words("kinship.f") | words("kinship.m")
    ):
        return True
    one = any(child.lower_ in ONE for child in head.children if child.dep_ == "det")
    return one or head.lower_ == "another" or figure_of(head, known) is not None


def _claim(harm: Harm) -> Claim | None:
    victims, source, place = harm.victims, source_of(harm.trigger), scene_of(harm)
    return make_claim(
        harm.trigger,
        "casualties",
        {"place": [place] if place else [], "source": [source] if source else []},
        {"effect": harm.effect, "count": victims.number, "bound": victims.bound, "group": victims.group},
        f"casualties/{harm.rule.name}",
    )
