"""Two graphs that every exporter must carry: one with all kinds of claims, one of names that do harm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.factory import (
    ANNA,
    CLEO,
    EVERY_TYPE,
    OMAR,
    TEXT,
    article,
    claim,
    communication,
    entity,
    role,
)
from hostile import NAMES

from eventgraph.export.property_graph import PropertyGraph, Value, flatten
from eventgraph.export.shapes import Shape, make_property_graph
from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence

OSLO = entity("Oslo", "place")


def rich() -> Graph:
    """Every type of claim; parallel edges; two articles for one fact; unknown values; aliases and links."""
    aliases = ("Anna Berg", "Berg", 'Anna "the; Quote" Berg\n')
    berg = Entity(ANNA.id, ANNA.name, "person", aliases, ("http://www.wikidata.org/entity/Q42",))
    more = (
        communication("spoke", berg, OMAR, article="a2"),
        communication("spoke", berg, OMAR, date="2021-05-11", topic="Öl & “Gas”\nund <Strom>"),
        claim("communication", {"from": berg, "to": OMAR, "place": OSLO}, kind="met", modality="negated"),
        communication("met", CLEO, entity("Cairo officials", "group"), modality="planned", date="2024-02"),
        role(OMAR, "chair", status="former", until="2019"),
        role(CLEO, "envoy", organization=entity("League; of\nNations", "organization")),
        claim("visit", {"who": (berg, CLEO), "place": OSLO}, date=None, modality="asserted"),
    )
    extra = Article(id="a2", text=TEXT, url="https://news.example/a?b=1&c=2", authors=("J. Ö", "K; L"))
    claims = (*EVERY_TYPE, *more)
    copies = {"a1": "a1", "a2": "a1", "unused": "unused"}  # two articles, one text: one witness
    return Graph((article("a1"), extra, Article(id="unused", text="Nothing.")), claims, witnesses=copies)


def hostile() -> Graph:
    """Each name wherever text can get in: names, titles, topics, contents, quotes, ids, metadata."""
    people = [Entity(f"person/p{i}", name, "person", (name, f"{name}2")) for i, name in enumerate(NAMES)]
    articles = [
        Article(id=f"{i}{name}"[:60], text=name + TEXT, title=name, publisher=name, authors=(name,))
        for i, name in enumerate(NAMES)
    ]
    claims = [
        one
        for i, person in enumerate(people)
        for one in _claims(person, people[i - 1], articles[i], NAMES[i])
    ]
    return Graph(tuple(articles), tuple(claims))


def _claims(person: Entity, other: Entity, article: Article, name: str) -> Iterable[Claim]:
    evidence = Evidence(article.id, 0, len(name), name, 0)
    body = Entity(f"organization/{name}"[:90], name, "organization")
    said: Mapping[str, tuple[dict[str, tuple[Entity, ...]], dict[str, str]]] = {
        "role": ({"person": (person,), "organization": (body,)}, {"title": name, "status": "current"}),
        "statement": ({"speaker": (person,), "addressee": (other,)}, {"cue": name, "content": name}),
        "communication": (
            {"from": (person,), "to": (other,)},
            {"kind": "met", "modality": "asserted", "date": "2021-05-11", "topic": name},
        ),
    }
    for type, (parties, attributes) in said.items():
        id = f"{article.id} {type}"
        yield Claim(id, article.id, type, parties, dict(attributes), evidence, {}, f"x/{name}", 0.5)


GRAPHS = {"rich": rich(), "hostile": hostile()}
SHAPES: tuple[Shape, ...] = ("simple", "full")
# Every graph in both shapes, for `parametrize`.
SHAPED: dict[str, PropertyGraph] = {
    f"{name}-{shape}": make_property_graph(graph, shape) for name, graph in GRAPHS.items() for shape in SHAPES
}


def flat(record: Mapping[str, Value]) -> dict[str, str | int | float]:
    """A record as formats without lists hold it."""
    return {name: flatten(value) for name, value in record.items()}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
