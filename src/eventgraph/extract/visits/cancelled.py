"""Plans that came to nothing: *was to fly to Lima, but called off the trip*; *The visit was postponed.*"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from eventgraph.extract.arguments.places import PLACES
from eventgraph.extract.grammar.syntax import logical_objects, passive
from eventgraph.extract.modality import modality
from eventgraph.extract.modality.cues import verb_keys
from eventgraph.extract.visits.trip import Trip
from eventgraph.lexicon import words

DEFINITE = frozenset({"the", "this", "that"})
BACK = frozenset({"it", "that", "this"})


def settled(trips: Sequence[Trip]) -> list[Trip]:
    """Return the trips, those that the text goes on to call off as denied."""
    return [trip._replace(modality="negated") if _is_off(trip) else trip for trip in trips]


def _is_off(trip: Trip) -> bool:
    return trip.modality == "planned" and any(_calls_off(verb) for verb in _verbs_after(trip.token))


def _verbs_after(token: Token) -> Iterator[Token]:
    """The verbs behind it in its sentence, and the main verb of the next."""
    doc, end = token.doc, token.sent.end
    yield from (one for one in doc[token.i + 1 : end] if one.pos_ == "VERB")
    if end < len(doc):
        root = doc[end].sent.root
        if root.pos_ == "VERB" and passive(root):
            yield root


def _calls_off(verb: Token) -> bool:
    """Is it a journey or a plan that is cancelled?"""
    if words("travel.calling_off").isdisjoint(verb_keys(verb, [])) or modality(verb) != "asserted":
        return False
    return any(_leads_back(thing) for thing in logical_objects(verb))


def _leads_back(thing: Token) -> bool:
    """*the trip*, *it*; not *a visit to Laos*, another one."""
    if thing.lower_ in BACK:
        return True
    definite = any(child.lower_ in DEFINITE or child.dep_ == "nmod:poss" for child in thing.lefts)
    elsewhere = any(token.ent_type_ in PLACES for token in thing.subtree)
    return definite and not elsewhere and thing.lemma_.lower() in words("travel.plans")
