"""The day of an attack that another one tells: who stabbed people on Friday was shot by police on Friday."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.attacks.sides import shared
from eventgraph.extract.attacks.telling import Telling
from eventgraph.lexicon import words

NEAR = 120  # words


def with_days(told: Sequence[Telling]) -> list[Telling]:
    """Return the attacks; one without a date has that of the attack beside it that brought it about."""
    dated = [one for one in told if one.date and one.modality == "asserted"]
    return [one if one.date else one._replace(date=_day_of(one, dated)) for one in told]


def _day_of(one: Telling, dated: Sequence[Telling]) -> str | None:
    near = [other for other in dated if abs(other.trigger.i - one.trigger.i) < NEAR and _answers(one, other)]
    return min(near, key=lambda other: abs(other.trigger.i - one.trigger.i)).date if near else None


def _answers(one: Telling, other: Telling) -> bool:
    """Is the attacker of one the target of the other? *The attacker was shot dead by police*."""
    suspects = words("attack.suspects")
    hit = any(target.entity.name.lower() in suspects for target in one.targets)
    return hit or shared(one.targets, other.attackers) or shared(one.attackers, other.targets)
