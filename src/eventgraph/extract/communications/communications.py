"""Communications: who spoke with, met or wrote to whom. What counts is in `rules/communication_*.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.parties import by_nation, parties
from eventgraph.extract.arguments.places import places
from eventgraph.extract.cancelled import is_called_off
from eventgraph.extract.claims import make_claim
from eventgraph.extract.communications.talk import Talk, both_again, both_sides, each, make_talk, told_alike
from eventgraph.extract.communications.usable import are_usable
from eventgraph.extract.communications.whereabouts import dated
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.grammar.syntax import conjuncts, expanded, subjects
from eventgraph.extract.visits import Visits
from eventgraph.lexicon import words
from eventgraph.model import Claim

KINDS = ("spoke", "met", "wrote")  # of two rules for one trigger the first read wins


class Communications:
    """Claims of type `communication`."""

    name = "communication"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules(BUILT_IN / f"communication_{kind}.yml" for kind in KINDS))
        self._visits = Visits()

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield the claims of each trigger's first rule with two usable sides: one, but for `each`."""
        for talk in self._dated(doc, told_alike(self._talks(doc))):
            claim = _claim(_settled(talk))
            if claim:
                yield claim

    def _dated(self, doc: Doc, talks: list[Talk]) -> list[Talk]:
        undated = any(talk.date is None for talk in talks)
        return dated(talks, list(self._visits.trips(doc))) if undated else talks

    def _talks(self, doc: Doc) -> list[Talk]:
        done: dict[int, Talk] = {}
        for match in self._matcher.matches(doc):
            if match.trigger.i in done or not match.trigger._.prose:
                continue
            talks = [*done.values()]
            found = both_again(match, talks) if "both" in match.rule.flags else _read(match, talks)
            if found:
                done[match.trigger.i] = found
        return [one for talk in done.values() for one in each(talk)]


def _settled(talk: Talk) -> Talk:
    """*was to meet Lee, but the meeting was called off*."""
    off = talk.modality == "planned" and is_called_off(talk.trigger, words("communication.plans"))
    return talk._replace(modality="negated") if off else talk


def _read(match: Match, told: Sequence[Talk]) -> Talk | None:
    place = places(match.arguments.get("place", ()))[:1]
    if "nations" in match.rule.flags:
        nations = [one for token in match.arguments["from"] for one in by_nation(token)]
        return make_talk(match, nations[:1], nations[1:], place) if nations else None
    sender = parties(match.arguments["from"]) or _owner_ahead(match.arguments["from"])
    here = {r.entity.id for r in sender}
    named = parties(match.arguments["to"]) or both_sides(match.arguments["to"], told)
    recipient = [r for r in named if r.entity.id not in here and not _is_topic(match, r)]
    if not sender or not recipient or not are_usable(match, sender, recipient):
        return None
    return make_talk(match, sender, recipient, place)


def _owner_ahead(owners: Sequence[Token]) -> list[Reference]:
    """*After his meeting with Kim, Lee spoke*: Lee, whom *his* goes before."""
    for owner in owners:
        clauses = owner.head.ancestors if owner.dep_ == "nmod:poss" and owner.pos_ == "PRON" else ()
        for clause in clauses:
            found = [one for one in parties(expanded(subjects(clause))) if one.entity.type == "person"]
            if found:
                return found
    return []


def _is_topic(match: Match, party: Reference) -> bool:
    """*discussed the alliance with Poland*: a country that what is spoken of is with."""
    over = match.trigger.doc[party.head].head
    nation = party.entity.type in {"country", "organization"} and match.rule.name == "discussed-with"
    related = [one.lemma_.lower() in words("communication.relations") for one in conjuncts(over)]
    return nation and over != match.trigger and any(related)


def _claim(talk: Talk) -> Claim | None:
    return make_claim(
        talk.trigger,
        "communication",
        {"from": talk.sender, "to": talk.recipient, "place": talk.place},
        {"kind": talk.kind, "date": talk.date, "modality": talk.modality},
        talk.rule.id,
    )
