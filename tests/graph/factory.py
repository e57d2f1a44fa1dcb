"""Short ways to make articles, entities and claims by hand."""

from __future__ import annotations

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence
from eventgraph.model.entity import EntityType
from eventgraph.model.slug import slug

TEXT = "Anna Berg called Omar Haddad on Monday. The two have known each other for years. " * 4
Value = str | int | None


def entity(name: str, type: EntityType = "person", **more: tuple[str, ...]) -> Entity:
    return Entity(f"{type}/{slug(name)}", name, type, **more)


ANNA, OMAR, CLEO = entity("Anna Berg"), entity("Omar Haddad"), entity("Cleo Ruiz")
RURITANIA, MINISTRY = entity("Ruritania", "country"), entity("Foreign Ministry", "organization")


def article(id: str = "a1", **more: str) -> Article:
    return Article(id=id, text=TEXT, title="A call", published="2021-05-12", publisher="The Daily", **more)


def claim(
    type: str,
    arguments: dict[str, Entity | tuple[Entity, ...]],
    article: str = "a1",
    at: int = 0,
    **attributes: Value,
) -> Claim:
    parties = {name: e if isinstance(e, tuple) else (e,) for name, e in arguments.items()}
    evidence = Evidence(article, at, at + 38, TEXT[at : at + 38], 0)
    ids = "-".join(e.id.partition("/")[2] for many in parties.values() for e in many)
    id = slug(f"{article} {at} {type} {ids} {attributes}")[-40:].strip("-")
    return Claim(id, article, type, parties, dict(attributes), evidence, {}, f"{type}/test", 0.9)


def role(person: Entity, title: str, status: str = "current", **more: object) -> Claim:
    places = {name: more.pop(name) for name in ("organization", "country") if name in more}
    return claim("role", {"person": person, **places}, title=title, status=status, **more)  # type: ignore[arg-type]


def communication(kind: str, start: Entity, to: Entity, modality: str = "asserted", **more: object) -> Claim:
    more = {"date": "2021-05-10", **more}
    return claim("communication", {"from": start, "to": to}, kind=kind, modality=modality, **more)  # type: ignore[arg-type]


def graph_of(*claims: Claim) -> Graph:
    ids = sorted({c.article for c in claims})
    return Graph(articles=tuple(article(id) for id in ids), claims_all=claims)


EVERY_TYPE = (
    role(
        ANNA,
        "foreign minister",
        country=RURITANIA,
        organization=MINISTRY,
        since="2020-01",
        change="appointed",
    ),
    communication("spoke", ANNA, OMAR),
    communication("met", ANNA, CLEO, date="2021-05"),
    communication("wrote", OMAR, CLEO, date=None, topic="trade"),
    claim("visit", {"who": ANNA, "place": RURITANIA}, date="2021", modality="planned"),
    claim("statement", {"speaker": OMAR, "addressee": ANNA}, cue="said", content="there is hope"),
    claim("attack", {"attacker": MINISTRY, "target": CLEO}, kind="rockets", date=None, modality="asserted"),
    claim("casualties", {"place": RURITANIA}, effect="killed", count=3, bound="at-least", group="soldiers"),
)
