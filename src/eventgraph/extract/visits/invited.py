"""What became of an invitation: *invited Lee to Oslo, and he accepted*; *an offer that he declined*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.extract.grammar.syntax import expanded, logical_subjects, objects
from eventgraph.extract.modality import Modality, modality
from eventgraph.extract.modality.cues import combine, verb_keys
from eventgraph.extract.visits.trip import Trip
from eventgraph.lexicon import words

BACK = frozenset({"it", "that", "which", "invitation", "offer"})


def answered(trip: Trip) -> Modality | None:
    """Return what the trip is after the guest's answer, None where the text gives none."""
    if trip.modality != "possible" or not _is_invitation(trip.token):
        return None
    guests = {one.entity.id for one in trip.who}
    for verb in _verbs_after(trip.token):
        answer = _answer(verb)
        if answer and _is_by(verb, guests):
            return combine(answer, modality(verb))
    return None


def _is_invitation(token: Token) -> bool:
    above = (token, *token.ancestors, *(child for one in token.ancestors for child in one.children))
    return any(one.lemma_.lower() in {"invite", "invitation"} for one in above)


def _verbs_after(token: Token) -> Iterator[Token]:
    """The verbs behind it in its sentence and in the next."""
    end = token.sent.end
    after = token.doc[end].sent.end if end < len(token.doc) else end
    return (one for one in token.doc[token.i + 1 : after] if one.pos_ == "VERB")


def _answer(verb: Token) -> Modality | None:
    thing = objects(verb)
    if thing and all(one.lemma_.lower() not in BACK for one in thing):
        return None
    keys = verb_keys(verb, [])
    taken = not words("travel.accepting").isdisjoint(keys)
    turned_down = not words("travel.turning_down").isdisjoint(keys)
    return "planned" if taken else "negated" if turned_down else None


def _is_by(verb: Token, guests: set[str]) -> bool:
    """Is it the guest who answers, or nobody else that is known?"""
    found = [reference(one) for one in expanded(logical_subjects(verb))]
    named = [one for one in found if one is not None]
    return any(one.entity.id in guests for one in named) or bool(found and not named)
