"""Where people belong: the countries and organisations of their roles, and of organisations' members."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eventgraph.model import Claim
from eventgraph.view.drawing import Drawing, mark_of


class Home(NamedTuple):
    """Ids of countries and organisations, the one said most often first."""

    countries: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


def make_homes(claims: Sequence[Claim]) -> dict[str, Home]:
    """Return the homes of people and organisations by id, from current roles, or where there are none any."""
    roles = [claim for claim in claims if claim.type == "role"]
    return _homes(roles) | _homes(claim for claim in roles if not mark_of(claim))


def make_roles(claims: Sequence[Claim], drawing: Drawing) -> dict[str, str]:
    """Return for each person the role to call them by.

    It is the one said most often; more counts what is of today, and what says where the office is.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.type == "role":
            title, mark = str(claim.attributes["title"]), mark_of(claim)
            worth = (2 if mark else 3) * (3 if claim.arguments.keys() & {"organization", "country"} else 1)
            caption = f"{title} ({drawing.mark(mark).label})" if mark else title
            for person in claim.arguments.get("person", ()):
                counts[person.id][caption] += worth
    return {id: _ranked(found)[0] for id, found in counts.items()}


def _homes(roles: Iterable[Claim]) -> dict[str, Home]:
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    organizations: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in roles:
        people, bodies, states = (
            [entity.id for entity in claim.arguments.get(name, ())]
            for name in ("person", "organization", "country")
        )
        for one in (*people, *bodies):
            countries[one].update(states)
        for one in people:
            organizations[one].update(bodies)
    known = countries.keys() | organizations.keys()
    return {id: Home(_ranked(countries[id]), _ranked(organizations[id])) for id in known}


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
