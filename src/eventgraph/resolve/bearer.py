"""A name and the articles' entities that bear it: what is compared and clustered.

Equal names are one bearer, so that the work grows with the distinct names, not with the mentions; unless what
the articles tell of them conflicts: then those that tell the same are a bearer of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import combinations

import msgspec

from eventgraph.lexicon import find_country, find_place
from eventgraph.lexicon.key import make_key
from eventgraph.model.entity import EntityType
from eventgraph.resolve.body_name import BodyName, body_key, read_body_name
from eventgraph.resolve.occupation import exclude, occupations_of
from eventgraph.resolve.person_name import PersonName, read_person_name
from eventgraph.resolve.profile import Office, Profile

Place = tuple[str, str]
Traits = tuple[str | None, frozenset[str], frozenset[str]]
MOST_TRAITS = 60  # groups of one name beyond which all that tell something stay apart without comparing


class Bearer(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Profiles under one name; `key` tells bearers apart, `name_key` is what all of one name share."""

    key: str
    name_key: str
    type: EntityType
    name: str
    members: tuple[Profile, ...]

    @cached_property
    def person(self) -> PersonName:
        """The name's parts, if it is a person's."""
        return read_person_name(self.name)

    @cached_property
    def body(self) -> BodyName:
        """The name's parts, if it is a body's."""
        return read_body_name(self.name)

    @cached_property
    def is_weak(self) -> bool:
        """Could the name be short for those of several others: *Blair*, *J. Smith*, *SDC*?"""
        if self.type == "person":
            return is_bare(self.person) or len(self.person.words[0]) == 1
        return self.type == "organization" and self.body.acronym is not None and self.body.known is None

    @cached_property
    def offices(self) -> frozenset[Office]:
        """All offices told."""
        return frozenset().union(*(p.offices for p in self.members))

    @cached_property
    def lands(self) -> frozenset[str]:
        """Codes of the countries told of it."""
        return frozenset().union(*(p.lands for p in self.members))

    @cached_property
    def homes(self) -> frozenset[str]:
        """Codes of the countries its articles mostly speak of."""
        return frozenset(p.home for p in self.members if p.home)

    @cached_property
    def gender(self) -> str | None:
        """The one gender told, if one."""
        return gender_of_all(self.members)

    @cached_property
    def company(self) -> frozenset[str]:
        """Local ids of the people and bodies of its articles."""
        own = {p.entity.id for p in self.members}
        return frozenset().union(*(p.company for p in self.members)) - own

    @cached_property
    def occupations(self) -> frozenset[str]:
        """What it does for a living."""
        return occupations_of(self.offices)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that speak of it."""
        return frozenset(p.article for p in self.members)

    @cached_property
    def names(self) -> frozenset[str]:
        """All its names in any article."""
        return frozenset().union(*(p.names for p in self.members))


def is_bare(name: PersonName) -> bool:
    """Is it a family name alone? *Elizabeth II* is none."""
    return name.is_bare and not name.generation


def gender_of_all(profiles: Iterable[Profile]) -> str | None:
    """What names tell; else what pronouns tell; None if they disagree."""
    found = frozenset().union(*(p.genders for p in profiles))
    return min(found) if len(found) == 1 else None


def name_key(profile: Profile) -> str | None:
    """What profiles of one name share, or None if the name is its article's alone."""
    entity = profile.entity
    if entity.type == "person":
        name = read_person_name(entity.name)
        return None if is_bare(name) else f"person {name.key}"
    if entity.type == "organization":
        key = body_key(entity.name, land_of(profile))
        return key and f"organization {key}"
    known = find_country(entity.name) if entity.type == "country" else find_place(entity.name)
    return f"{entity.type} {make_key(known.name if known else entity.name)}"


def land_of(profile: Profile) -> str | None:
    """The code of the country told of a body: by an office there, else its article's own."""
    return next(iter(profile.lands)) if len(profile.lands) == 1 else profile.home


def make_bearers(profiles: Iterable[Profile], pinned: Collection[Place] = ()) -> list[Bearer]:
    """The bearers, by key. `pinned` profiles, of which a judgement speaks, are bearers of their own."""
    groups: defaultdict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        shared = name_key(profile)
        key = shared or f"{profile.entity.id} @{profile.article}"
        alone = shared is not None and profile.place in pinned
        groups[key, f"{key} @{profile.article}" if alone else key].append(profile)
    return [bearer for keys in sorted(groups) for bearer in _split(*keys, groups[keys])]


def _split(name_key: str, key: str, profiles: list[Profile]) -> list[Bearer]:
    by_traits: defaultdict[Traits, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_traits[_traits(profile)].append(profile)
    if not _conflicting(list(by_traits)):
        return [_make(name_key, key, profiles)]
    groups = [sorted(group, key=lambda p: p.place) for group in by_traits.values()]
    return [
        _make(name_key, f"{key} #{i}", group)
        for i, group in enumerate(sorted(groups, key=lambda g: g[0].place))
    ]


def _make(name_key: str, key: str, profiles: list[Profile]) -> Bearer:
    members = tuple(sorted(profiles, key=lambda p: p.place))
    counts: defaultdict[str, int] = defaultdict(int)
    for profile in members:
        counts[profile.entity.name] += 1
    name = min(counts, key=lambda each: (-counts[each], each))
    return Bearer(key, name_key, members[0].entity.type, name, members)


def _traits(profile: Profile) -> Traits:
    known = profile.entity.type == "organization" and read_body_name(profile.entity.name).known
    if known or profile.entity.type not in ("person", "organization"):
        return None, frozenset(), frozenset()
    return gender_of_all([profile]), profile.lands, occupations_of(profile.offices)


def _conflicting(traits: list[Traits]) -> bool:
    if len(traits) > MOST_TRAITS:
        return True
    return any(conflict(one, other) for one, other in combinations(traits, 2))


def conflict(one: Traits, other: Traits) -> bool:
    """Do two tell different genders, different countries only, or occupations that exclude each other?"""
    genders = {one[0], other[0]} - {None}
    lands = bool(one[1] and other[1] and not one[1] & other[1])
    return len(genders) == 2 or lands or exclude(one[2], other[2]) is not None
