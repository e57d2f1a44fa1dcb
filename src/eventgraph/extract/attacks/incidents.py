"""One attack told several times is one incident, as far as the text tells incidents apart."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.identities import is_named_later
from eventgraph.extract.attacks.same import is_same
from eventgraph.extract.attacks.sides import known
from eventgraph.extract.attacks.telling import Telling

SUMMED_UP = 150  # words from a headline to the attack that it sums up


def incidents(told: Iterable[Telling]) -> list[Telling]:
    """Return each incident as it is first told, with attackers and a date that later tellings add.

    A speaker's own words about attacks make no further incident where the article itself tells one, nor does
    a headline where the article soon tells one.
    """
    found: list[Telling] = []
    for one in sorted(told, key=lambda one: (one.quoted, one.headline, one.trigger.i)):
        at = next((i for i, other in enumerate(found) if is_same(other, one)), None)
        if at is not None:
            found[at] = _joined(found[at], one)
        elif not (one.quoted and found) and not _sums_up(one, found):
            found.append(one)
    return sorted(found, key=lambda one: one.trigger.i)


def _sums_up(headline: Telling, found: Iterable[Telling]) -> bool:
    """*Bombs hit four Syrian cities*, over what tells of each bomb."""
    after = (one.trigger.i - headline.trigger.i for one in found if not one.quoted)
    return headline.headline and any(0 < words < SUMMED_UP for words in after)


def _joined(first: Telling, later: Telling) -> Telling:
    better = not first.attackers or (known(later.attackers) and not known(first.attackers))
    added = later.attackers if better else ()
    return first._replace(
        attackers=tuple(inferred(one, "same-incident") for one in added) or first.attackers,
        date=first.date or later.date,
        places=first.places or tuple(inferred(one, "same-incident") for one in later.places),
        targets=_targets(first, later),
    )


def _targets(first: Telling, later: Telling) -> tuple[Reference, ...]:
    if is_named_later(first, later):
        return tuple(inferred(one, "same-incident") for one in later.targets)
    return first.targets or (later.targets if first.trigger.sent == later.trigger.sent else ())
