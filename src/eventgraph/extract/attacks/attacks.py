"""Attacks: who did violence to whom or what. What counts is in `rules/attack_*.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from eventgraph.extract.attacks.by_place import by_place
from eventgraph.extract.attacks.days import with_days
from eventgraph.extract.attacks.identities import with_names
from eventgraph.extract.attacks.incidents import incidents
from eventgraph.extract.attacks.mistaken import without_victims
from eventgraph.extract.attacks.responsibility import with_claimants
from eventgraph.extract.attacks.suspects import with_suspects
from eventgraph.extract.attacks.telling import Telling, read_telling
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.statements.quotations import find_quotations
from eventgraph.model import Claim


class Attacks:
    """Claims of type `attack`."""

    name = "attacks"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules(BUILT_IN / f"attack_{word}.yml" for word in ("verb", "noun")))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each incident the article tells apart."""
        told = incidents(without_victims(self._tellings(doc)))
        if told:
            blamed = with_suspects(doc, with_names(doc, with_claimants(doc, told)))
            yield from (claim for one in with_days(blamed) if (claim := _claim(one)))

    def _tellings(self, doc: Doc) -> list[Telling]:
        """What each trigger tells, by the first of its rules that makes sense."""
        found: dict[int, list[Telling]] = {}
        last: Telling | None = None
        for match in self._matcher.matches(doc):
            if match.trigger.i in found or not match.trigger._.prose or not _has_verb(match.trigger):
                continue
            told = read_telling(match, last)
            if told:
                last = told
                found[match.trigger.i] = by_place(told)
        quotations = find_quotations(doc) if found else []
        return [
            one._replace(quoted=any(one.trigger in quotation for quotation in quotations))
            for tellings in found.values()
            for one in tellings
        ]


def _has_verb(trigger: Token) -> bool:
    """Captions and labels have none; *a gunman shot shoppers* has one, though the tree may miss it."""
    return trigger.lower_ == "shot" or any(one.pos_ in {"VERB", "AUX"} for one in trigger.sent)


def _claim(one: Telling) -> Claim | None:
    return make_claim(
        one.trigger,
        "attack",
        {"attacker": one.attackers, "target": one.targets, "place": one.places[:1]},
        {"kind": one.kind, "date": one.date, "modality": one.modality},
        one.rule,
    )
