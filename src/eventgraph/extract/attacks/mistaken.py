"""Who can't have done it, whatever *the attacker* and *he* are linked to: those who were attacked."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.attacks.sides import known
from eventgraph.extract.attacks.telling import Telling

LINKED = frozenset({"nominal", "pronoun"})


def without_victims(told: Sequence[Telling]) -> list[Telling]:
    """Return the attacks; nobody whom unknown hands attacked is an attacker by a mere *he*, *the gunman*.

    Who was shot by police may well have attacked others before.
    """
    by_unknown = [one for one in told if not known(one.attackers)]
    victims = {whom.entity.id for one in by_unknown for whom in one.targets if whom.entity.type == "person"}
    return [_cleared(one, victims) for one in told]


def _cleared(told: Telling, victims: set[str]) -> Telling:
    kept = [one for one in told.attackers if one.entity.id not in victims or one.mention.via not in LINKED]
    return told._replace(attackers=tuple(kept))
