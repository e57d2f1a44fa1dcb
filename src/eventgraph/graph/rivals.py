"""What sources tell differently: denials, tolls, dates next to each other, and two holders of one office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import yaml

from eventgraph.graph.merging import DENIED, load_rules
from eventgraph.model import Claim
from eventgraph.model.slug import slug

Key = tuple[str, ...]  # what it is about in words, then what tells it apart
Groups = Mapping[Key, list[Claim]]


class Rivalry(NamedTuple):
    """Claims that can't all be right. `versions` pairs each version, in words, with its claims."""

    kind: str
    about: str
    versions: tuple[tuple[str, tuple[Claim, ...]], ...]


def find_rivals(claims: Sequence[Claim], published: Mapping[str, str | None]) -> list[Rivalry]:
    """All rivalries among merged claims, sorted. `published` gives the articles' dates."""
    found = (*_denials(claims), *_dates(claims), *_tolls(claims), *_holders(claims, published))
    return sorted(found, key=lambda r: (r.kind, r.about, [name for name, _ in r.versions]))


def _denials(claims: Iterable[Claim]) -> Iterator[Rivalry]:
    """The same event, asserted here and denied there."""
    for (what, *_), same in _group(claims, lambda c: _event(c, with_date=True)).items():
        denied = [c for c in same if c.attributes.get("modality") == DENIED]
        asserted = [c for c in same if c.attributes.get("modality") == "asserted"]
        if denied and asserted:
            yield Rivalry("denial", what, (("stated", (*asserted,)), ("denied", (*denied,))))


def _dates(claims: Iterable[Claim]) -> Iterator[Rivalry]:
    """Events alike in all but the day, a day apart: perhaps one."""
    for (what, *_), same in _group(claims, lambda c: _event(c, with_date=False)).items():
        days = _by(same, lambda c: str(c.attributes.get("date")))
        for one, other in pairwise(sorted(day for day in days if len(day) == len("2021-05-10"))):
            articles = [{c.article for c in days[day]} for day in (one, other)]
            if (
                date.fromisoformat(other) - date.fromisoformat(one) == timedelta(1)
                and not articles[0] & articles[1]
            ):
                yield Rivalry("date", what, ((one, (*days[one],)), (other, (*days[other],))))


def _tolls(claims: Iterable[Claim]) -> Iterator[Rivalry]:
    """Different figures for the same victims, place and day."""
    for (about, *_), same in _group(claims, _toll).items():
        figures = _by(same, lambda c: f"{c.attributes.get('bound', 'exact')} {c.attributes.get('count')}")
        if len(figures) > 1:
            yield Rivalry("toll", about, tuple((name, (*figures[name],)) for name in sorted(figures)))


def _holders(claims: Iterable[Claim], published: Mapping[str, str | None]) -> Iterator[Rivalry]:
    """Two present holders of an office that one person holds, told of at overlapping times."""
    for (about, *_), same in _group(claims, _office).items():
        holders = _by(same, lambda c: c.arguments["person"][0].name)
        seen = {name: _span(said, published) for name, said in holders.items()}
        rivals = [n for n in sorted(holders) if any(n != m and _overlap(seen[n], seen[m]) for m in seen)]
        if rivals:
            yield Rivalry("holders", about, tuple((name, (*holders[name],)) for name in rivals))


def _span(claims: Iterable[Claim], published: Mapping[str, str | None]) -> tuple[str, str]:
    dates = sorted(published.get(c.article) or "" for c in claims)
    return dates[0], dates[-1]


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """A successor is first seen after the predecessor was last seen."""
    return one[0] <= other[1] and other[0] <= one[1]


def _group(claims: Iterable[Claim], key: Callable[[Claim], Key | None]) -> Groups:
    groups: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (found := key(claim)) is not None:
            groups[found].append(claim)
    return groups


def _by(claims: Iterable[Claim], version: Callable[[Claim], str]) -> dict[str, list[Claim]]:
    versions: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        versions[version(claim)].append(claim)
    return versions


def _event(claim: Claim, *, with_date: bool) -> Key | None:
    day = claim.attributes.get("date")
    rule = load_rules().get(claim.type)
    if rule is None or day is None or "modality" not in claim.attributes:
        return None
    if not with_date and claim.attributes.get("modality") != "asserted":
        return None
    names = [n for part in rule.exact for n in ((part,) if isinstance(part, str) else part)]
    parties = sorted({(e.name, e.id) for n in names for e in claim.arguments.get(n, ())})
    kind = str(claim.attributes.get("kind") or claim.type)
    about = f"{kind}: {', '.join(name for name, _ in parties)}" + (f", {day}" if with_date else "")
    return (about, claim.type, *(id for _, id in parties)) if len(parties) > 1 else None


def _toll(claim: Claim) -> Key | None:
    place = claim.arguments.get("place")
    if claim.type != "casualties" or not place or not claim.attributes.get("date"):
        return None
    told = [str(claim.attributes.get(name) or "people") for name in ("effect", "group")]
    about = f"{told[1]} {told[0]} in {place[0].name}, {claim.attributes['date']}"
    return (about, place[0].id)


def _office(claim: Claim) -> Key | None:
    where = claim.arguments.get("organization") or claim.arguments.get("country")
    if claim.type != "role" or not where or claim.attributes.get("status") not in ("current", "acting"):
        return None
    title = slug(str(claim.attributes["title"]))
    return (
        (f"{claim.attributes['title']}".lower() + f" ({where[0].name})", title, where[0].id)
        if title in single_offices()
        else None
    )


@cache
def single_offices() -> frozenset[str]:
    """Slugs of titles that one person holds at a time in one country or body."""
    return frozenset(yaml.safe_load(files(__package__).joinpath("single_offices.yml").read_text("utf-8")))
