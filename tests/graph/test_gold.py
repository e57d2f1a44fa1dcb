"""Real articles: the claims that people marked in them make a graph that conforms."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence
from eventgraph.model.slug import slug

from .test_shapes import conforms

SHARED = os.environ.get("EVENTGRAPH_SHARED")
SLOTS = ("person", "organization", "country", "from", "to", "place", "who", "speaker", "addressee")
SLOTS += ("attacker", "target", "source")
TYPES = ("role", "communication", "visit", "statement", "attack", "casualties")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(SHARED is None, reason="EVENTGRAPH_SHARED is not set: no gold articles to read"),
]


def gold_graph(stems: list[str]) -> Graph:
    folder = Path(SHARED or "") / "gold" / "dev"
    articles, claims = [], []
    for stem in stems:
        gold = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        text = (folder / f"{stem}.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        articles.append(Article(id=stem, text=text, title=gold["title"], published=gold["published"]))
        claims += [to_claim(f"{stem}-{n}", text, gold, record) for n, record in enumerate(gold["claims"])]
    return Graph(tuple(articles), tuple(claims))


def to_claim(id: str, text: str, gold: dict, record: dict) -> Claim:  # type: ignore[type-arg]
    def entity(key: str) -> Entity:
        e = gold["entities"][key]
        return Entity(f"{e['type']}/{slug(e['name'])}", e["name"], e["type"], tuple(e["aliases"]))

    start = text.index(record["evidence"])
    evidence = Evidence(gold["id"], start, start + len(record["evidence"]), record["evidence"], 0)
    arguments, attributes = {}, {}
    for name, value in record.items():
        if name in SLOTS and value:
            arguments[name] = tuple(map(entity, value if isinstance(value, list) else [value]))
        elif name not in (*SLOTS, "type", "evidence") and value is not None:
            attributes[name] = value[0] if isinstance(value, list) else value
    return Claim(id, gold["id"], record["type"], arguments, attributes, evidence, {}, "gold", 1.0)


def test_the_graph_of_gold_claims_conforms() -> None:
    stems = sorted(path.stem for path in (Path(SHARED or "") / "gold" / "dev").glob("*.txt"))
    graph = gold_graph(stems)
    assert {c.type for c in graph.claims_all} == set(TYPES)
    assert conforms(graph)


def test_the_seed_article_answers_who_spoke_with_whom() -> None:
    rows = gold_graph(["seed-000"]).query(
        "SELECT ?b {?a rdfs:label 'Jake Sullivan'; eg:spokeWith/rdfs:label ?b} ORDER BY ?b"
    )
    assert {"b": "Abbas Kamel"} in rows
    assert {"b": "Meir Ben-Shabbat"} in rows
