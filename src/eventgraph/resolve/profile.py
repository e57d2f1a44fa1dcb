"""What one article tells of one of its entities: the matter that resolution compares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import msgspec

from eventgraph.lexicon import country_by_code, find_country, find_organization, find_place, gender_of
from eventgraph.model import Claim, Entity
from eventgraph.model.slug import slug

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f"}
OF_STATE = frozenset(
    {"court", "government", "intelligence", "military", "ministry", "parliament", "party", "police"}
)
GUESSED = "home-country"  # the rule that gives a national office its article's country


class Office(NamedTuple):
    """A title (as a slug), the ids of its country and body in the article if told, and its status."""

    title: str
    country: str | None
    body: str | None
    status: str


class Profile(msgspec.Struct, frozen=True):
    """An entity of one article: `entity.id` is local to `article`, `start` its first evidence.

    `genders` are told by pronouns and honorifics. `lands` are the codes of the countries that its offices,
    or, for a body, the offices held in it, are of; `company` the ids of the article's people and bodies;
    `home` is the code of the country that most of its claims speak of.
    """

    article: str
    entity: Entity
    start: int
    offices: frozenset[Office] = frozenset()
    genders: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    home: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """Article and local id: what tells profiles apart."""
        return self.article, self.entity.id

    @property
    def names(self) -> frozenset[str]:
        """All names of it in the article."""
        return frozenset((self.entity.name, *self.entity.names))


def is_named(entity: Entity) -> bool:
    """Is it called by a name of its own, which has a capital letter?"""
    return entity.type != "group" and entity.name != entity.name.lower()


def nation_of(land: Entity) -> str | None:
    """The code of a country, or of the country that a place or a known body of a state is of."""
    if land.type == "country":
        territory = find_country(land.name)
        return territory.code if territory else None
    if land.type == "organization":
        body = find_organization(land.name)
        return body.country if body and body.kind in OF_STATE else None
    place = find_place(land.name) if land.type == "place" else None
    return place.country if place else None


def make_profiles(claims: Iterable[Claim]) -> Iterator[Profile]:
    """Yield the named entities of claims that are not resolved yet; the claims come article by article."""
    for article, said in groupby(claims, key=lambda claim: claim.article):
        yield from _Notes(said).profiles(article)


class _Notes:
    """What the claims of one article say of each entity."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.entities: dict[str, Entity] = {}
        self.starts: dict[str, int] = {}
        self.offices: defaultdict[str, set[Office]] = defaultdict(set)
        self.genders: defaultdict[str, set[str]] = defaultdict(set)
        self.lands: defaultdict[str, set[str]] = defaultdict(set)
        self.countries: Counter[str] = Counter()
        self.nations: Counter[str] = Counter()
        for claim in claims:
            self._note(claim)

    def _note(self, claim: Claim) -> None:
        for name, entities in claim.arguments.items():
            for entity in filter(is_named, entities):
                known = self.entities.get(entity.id, entity)
                self.entities[entity.id] = max(known, entity, key=lambda e: (len(e.names), e.name, e.names))
                self.starts[entity.id] = min(
                    claim.evidence.start, self.starts.get(entity.id, claim.evidence.start)
                )
                if code := nation_of(entity):
                    self.nations[code] += 1
                    self.countries[code] += entity.type == "country"
            if len(entities) == 1 and entities[0].type == "person":
                self._note_gender(entities[0], claim, name)
        if claim.type == "role":
            self._note_office(claim)

    def _note_gender(self, person: Entity, claim: Claim, argument: str) -> None:
        told = {PRONOUNS.get(m.text.lower()) for m in claim.mentions.get(argument, ()) if m.via == "pronoun"}
        self.genders[person.id] |= {gender for gender in told if gender}

    def _note_office(self, claim: Claim) -> None:
        country, body = (
            next(iter(claim.arguments.get(name, ())), None) for name in ("country", "organization")
        )
        guessed = any(mention.rule == GUESSED for mention in claim.mentions.get("country", ()))
        land = country.id if country and not guessed else None
        nation = {code} if country and land and (code := nation_of(country)) else set()
        told = claim.attributes
        office = Office(slug(str(told["title"])), land, body.id if body else None, str(told.get("status")))
        for person in claim.arguments.get("person", ()):
            self.offices[person.id].add(office)
            self.lands[person.id] |= {code for code in nation if country_by_code(code).kind != "dependency"}
        if body:
            self.lands[body.id] |= nation

    def profiles(self, article: str) -> list[Profile]:
        company = frozenset(id for id, e in self.entities.items() if e.type in ("person", "organization"))
        home = self._home()
        return [
            Profile(
                article,
                entity,
                self.starts[id],
                frozenset(self.offices[id]),
                frozenset(_genders(entity) or self.genders[id]),
                frozenset(self.lands[id]),
                company,
                home,
            )
            for id, entity in sorted(self.entities.items())
        ]

    def _home(self) -> str | None:
        """The country that more than half of the claims speak of; else that of their places and bodies."""
        return _most(self.countries) or _most(self.nations)


def _most(counts: Counter[str]) -> str | None:
    best = min(counts, key=lambda code: (-counts[code], code), default=None)
    return best if best and 2 * counts[best] > counts.total() else None


def _genders(entity: Entity) -> set[str]:
    if entity.type != "person":
        return set()
    return {gender for name in (entity.name, *entity.names) if (gender := gender_of(name))}
