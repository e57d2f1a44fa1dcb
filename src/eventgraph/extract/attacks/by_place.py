"""One incident for each place: *attacks on Aleppo and Daraya* are two."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.location import named_beside
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import conjuncts, first_conjunct

PLACES = frozenset({"place", "country"})


def by_place(told: Telling) -> list[Telling]:
    """Return one telling for each place: *attacks on Aleppo and Daraya* are two incidents."""
    if told.trigger.tag_ in {"NNS", "NNPS"}:
        named = [one for one in told.targets if one.entity.type in PLACES and one.mention.via == "name"]
        if len(named) > 1 and len(named) == len(told.targets):
            return [told._replace(targets=(one,), places=(one,)) for one in named]
        if not named and told.places:
            return [told._replace(places=(one,)) for one in _coordinated(told.places, told.trigger)]
    return [told._replace(places=told.places[:1] or _attacked_place(told))]


def _attacked_place(told: Telling) -> tuple[Reference, ...]:
    """*airstrikes hit Mekelle*: where it was done is what was hit."""
    named = [one for one in told.targets if one.entity.type == "place" and one.mention.via == "name"]
    return tuple(named) if len(named) == 1 else ()


def _coordinated(places: Sequence[Reference], trigger: Token) -> list[Reference]:
    """The first place and those beside it, without those that only say where it lies."""
    beside = conjuncts(first_conjunct(trigger.doc[places[0].head]))
    heads = {one.i for one in beside} | {named.head for one in beside[1:] for named in named_beside(one)}
    return [one for i, one in enumerate(places) if i == 0 or one.head in heads]
