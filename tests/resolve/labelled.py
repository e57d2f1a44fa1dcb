"""The labelled names of `wikinews.yml` as claims, and how well a clustering agrees with the labels."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from eventgraph.lexicon import country_by_code
from eventgraph.model import Claim, Entity, Evidence, Mention, Value, make_entity
from eventgraph.resolve import resolve

FILE = Path(__file__).with_name("wikinews.yml")
Key = tuple[str, str]  # article and local id
PRONOUN = {"m": "he", "f": "she"}


class Agreement(NamedTuple):
    """B-cubed (Bagga and Baldwin 1998), from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@cache
def load() -> dict[str, Any]:
    """The file's articles."""
    content: dict[str, Any] = yaml.load(
        FILE.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return content


def is_held_out(cluster: str) -> bool:
    """Clusters are halved by a hash of their name."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 2 == 1


def make_claims() -> list[Claim]:
    """What the file tells, as roles and statements of its articles."""
    return [claim for id, article in sorted(load().items()) for claim in _claims(id, article)]


def gold() -> dict[Key, tuple[str, str]]:
    """The labelled cluster, with its type, of every entity."""
    return {
        (id, _local(named).id): (named["type"], named["cluster"])
        for id, article in load().items()
        for named in article["entities"]
    }


def found(claims: list[Claim]) -> dict[Key, str]:
    """The resolved id of every entity."""
    resolved: dict[Key, str] = {}
    for claim in resolve(claims):
        for name, entities in claim.arguments.items():
            before = claim.unresolved.get(name, entities)
            resolved |= {(claim.article, old.id): new.id for old, new in zip(before, entities, strict=True)}
    return resolved


def agreement(
    gold: Mapping[Key, object], found: Mapping[Key, object], held_out: bool | None = None
) -> Agreement:
    """B-cubed over the keys of `gold` in the wanted half, with all keys as possible partners."""
    true, said = _groups(gold), _groups({key: found[key] for key in gold})
    wanted = [k for k, (_, c) in gold.items() if held_out in (None, is_held_out(c))]  # type: ignore[misc, attr-defined]
    shares = [(len(common), len(said[found[k]]), len(true[gold[k]]))
              for k in wanted for common in [true[gold[k]] & said[found[k]]]]  # fmt: skip
    return Agreement(
        sum(c / s for c, s, _ in shares) / len(shares), sum(c / t for c, _, t in shares) / len(shares)
    )


def _groups(of: Mapping[Key, object]) -> dict[object, set[Key]]:
    groups: defaultdict[object, set[Key]] = defaultdict(set)
    for key, group in of.items():
        groups[group].add(key)
    return groups


def spanning() -> Counter[str]:
    """How many clusters of each type are of several articles."""
    articles = defaultdict(set)
    for (article, _), cluster in gold().items():
        articles[cluster].add(article)
    return Counter(type for (type, _), found in articles.items() if len(found) > 1)


def _local(named: Mapping[str, Any]) -> Entity:
    names = tuple(sorted({named["name"], *named.get("names", ())}))
    return make_entity(named["name"], named["type"], names)


def _claims(id: str, article: Mapping[str, Any]) -> Iterator[Claim]:
    if "home" in article:
        land = make_entity(country_by_code(article["home"]).name, "country")
        yield from (_claim(id, f"home{i}", "statement", {"speaker": land}, {"cue": "said"}) for i in range(9))
    known = {entity.id: entity for entity in map(_local, article["entities"])}
    for i, named in enumerate(article["entities"]):
        entity = _local(named)
        via = PRONOUN.get(named.get("gender") or "", named["name"])
        yield _claim(id, str(i), "statement", {"speaker": entity}, {"cue": "said"}, via)
        for j, (title, country, body, status) in enumerate(named.get("offices", ())):
            places = {"country": _named(country), "organization": known.get(body) or _named(body)}
            told = {name: place for name, place in places.items() if place}
            yield _claim(
                id, f"{i}-{j}", "role", {"person": entity, **told}, {"title": title, "status": status}
            )
        for land in named.get("lands", ()):
            holder = make_entity(f"Office Holder {i}", "person")
            parties = {"person": holder, "organization": entity, "country": _named(f"country/{land}")}
            yield _claim(id, f"{i}-{land}", "role", parties, {"title": "member", "status": "current"})


def _named(id: str) -> Entity | None:
    """An entity from its id; a country may be given by its code."""
    type, _, name = id.partition("/")
    if not name:
        return None
    if type == "country" and len(name) == 2:
        return make_entity(country_by_code(name).name, "country")
    return make_entity(name.replace("-", " ").title(), type)  # type: ignore[arg-type]


def _claim(
    article: str,
    id: str,
    type: str,
    parties: Mapping[str, Entity | None],
    values: dict[str, Value],
    said: str = "x",
) -> Claim:
    via = "pronoun" if said in PRONOUN.values() else "name"
    mentions = {name: (Mention(0, len(said), said, via),) for name in parties}  # type: ignore[arg-type]
    arguments = {name: (party,) for name, party in parties.items() if party}
    return Claim(
        f"{article}-{id}",
        article,
        type,
        arguments,
        values,
        Evidence(article, 0, 1, "x", 0),
        mentions,
        "x/y",
        1.0,
    )
