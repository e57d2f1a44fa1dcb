"""One attack told several times is one incident, as far as the text tells incidents apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from spacy.tokens import Token

from eventgraph.annotate.references import Reference

VAGUE = frozenset(
    {"attack", "killing", "assault", "strike", "blast", "explosion", "violence", "raid", "spree", "rampage", "campaign"}
)
NEAR = 80  # words between two tellings of one attack in unlike words


class Telling(NamedTuple):
    """One place of the text that tells an attack; `rule` is the rule's id."""

    trigger: Token
    attackers: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    places: tuple[Reference, ...]
    kind: str
    date: str | None
    modality: str
    rule: str
    new: bool = False
    definite: bool = False
    quoted: bool = False


def incidents(told: Iterable[Telling]) -> list[Telling]:
    """Return each incident as it is first told, with attackers and a date that later tellings add."""
    found: list[Telling] = []
    for one in sorted(told, key=lambda one: (one.quoted, one.trigger.i)):
        at = next((i for i, other in enumerate(found) if is_same(other, one)), None)
        if at is None and not (one.quoted and found):
            found.append(one)
        elif at is None:
            continue  # a speaker's own words about attacks the article has told
        else:
            found[at] = _joined(found[at], one)
    return sorted(found, key=lambda one: one.trigger.i)


def is_same(a: Telling, b: Telling) -> bool:
    """May two tellings be of one incident? Nothing they say may conflict, and something must agree."""
    if a.modality != b.modality or _conflict(a.attackers, b.attackers) or not _same_day(a.date, b.date):
        return False
    if _in_one_clause(a.trigger, b.trigger):
        return True
    if any(x.entity.type == "person" and x.entity.id == y.entity.id for x in a.targets for y in b.targets):
        return True
    if b.new and not _shared(_told((*a.targets, *a.places)), _told((*b.targets, *b.places))):
        return False
    if _shared((*a.targets, *a.places), (*b.targets, *b.places)):
        return _same_kind(a.kind, b.kind)
    if _conflict(a.targets, b.targets) or _conflict(a.places, b.places) or not _same_kind(a.kind, b.kind):
        return False
    return b.definite or not {_noun(a.kind), _noun(b.kind)} & VAGUE or b.trigger.i - a.trigger.i < NEAR


def _in_one_clause(a: Token, b: Token) -> bool:
    """*continued its air campaign by destroying houses*, *a stabbing spree, killing four*: one event, two words."""
    verb = a if a.pos_ == "VERB" else a.head
    return b.dep_ in {"advcl", "acl", "acl:relcl"} and b.head in {a, verb}


def _told(references: Iterable[Reference]) -> list[Reference]:
    """Those the text itself gives, not inferred."""
    return [one for one in references if one.mention.via != "inferred"]


def _conflict(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    first, second = [*a], [*b]
    return bool(first and second) and not _shared(first, second)


def _shared(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    return any(_alike(x, y) for x in a for y in b)


def _alike(x: Reference, y: Reference) -> bool:
    """One entity, or two unnamed ones called by the same noun."""
    if x.entity.id == y.entity.id:
        return True
    last = (x.entity.name.lower().split()[-1:], y.entity.name.lower().split()[-1:])
    return "nominal" in {x.mention.via, y.mention.via} and last[0] == last[1]


def _same_day(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same_kind(a: str, b: str) -> bool:
    x, y = _noun(a), _noun(b)
    return x == y or x in VAGUE or y in VAGUE


def _noun(kind: str) -> str:
    """The singular of the kind's last word."""
    return kind.lower().split()[-1].rstrip("s")


def _joined(first: Telling, later: Telling) -> Telling:
    added = later.attackers if not first.attackers else ()
    return first._replace(
        attackers=first.attackers + tuple(inferred(one, "same-incident") for one in added),
        date=first.date or later.date,
        targets=first.targets or (later.targets if first.trigger.sent == later.trigger.sent else ()),
    )


def inferred(one: Reference, rule: str) -> Reference:
    """Return the reference as the outcome of a named rule, from its own mention."""
    return msgspec.structs.replace(one, mention=msgspec.structs.replace(one.mention, via="inferred", rule=rule))
