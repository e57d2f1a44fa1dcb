"""Where an attack was: named beside it, beside what it hit, or beside that with which it was done."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.location import named_beside, named_places
from eventgraph.extract.arguments.places import places
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import obliques, preposition
from eventgraph.lexicon import words

WEAPONS = frozenset({"object", "event"})
DURING = frozenset({"in", "during", "by"})


def places_of(match: Match) -> list[Reference]:
    """Where it was done, or where that with which it was done is: *a bomb in Quetta killed six*."""
    weapons = [one for one in match.arguments.get("attacker", ()) if one._.kind in WEAPONS]
    hit = match.arguments.get("target", ())
    found = _aimed_at(match.trigger) or named_places(match.trigger)
    found = found or [place for one in (*weapons, *hit) for place in named_places(one)]
    return [one for one in found if preposition(match.trigger.doc[one.head]) != "from"]  # fired from Gaza


def _aimed_at(verb: Token) -> list[Reference]:
    """*were killed in raids on the town of Kuka*: Kuka."""
    deeds = (one for one in obliques(verb, DURING) if one.lemma_.lower() in words("attack.events"))
    return [place for deed in deeds for one in obliques(deed, {"on", "against"}) for place in _named(one)]


def _named(noun: Token) -> list[Reference]:
    return places([noun]) or [one for one in named_beside(noun) if one.entity.type in {"place", "country"}]


def named_before(noun: Token) -> list[Reference]:
    """*the Paris attacks*: Paris."""
    found = (reference(child) for child in noun.lefts if child.dep_ == "compound")
    return [one for one in found if one and one.entity.type == "place"]
