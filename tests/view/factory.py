"""Small graphs, made by hand: claims with real evidence, no language model."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import yaml

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence

SCHEMA = yaml.safe_load(
    (Path(__file__).parents[2] / "src/eventgraph/schema/claims.yml").read_text(encoding="utf-8")
)


def make_article(id: str, text: str, **more: Any) -> Article:
    return Article(id=id, text=text, **more)


def make_claim(article: Article, type: str, quote: str, /, **values: Any) -> Claim:
    """A claim of `article` that stands in `quote`; entities become arguments, everything else attributes."""
    arguments = {name: values.pop(name) for name in SCHEMA[type]["arguments"] if name in values}
    arguments = {
        name: tuple(given) if isinstance(given, list) else (given,) for name, given in arguments.items()
    }
    start = article.text.index(quote)
    evidence = Evidence(article.id, start, start + len(quote), quote, 0)
    number = f"{article.id}-{start}-{type}-{sorted((k, str(v)) for k, v in {**arguments, **values}.items())}"
    return Claim(number, article.id, type, arguments, values, evidence, {}, "tests/factory", 0.9)


def make_graph(articles: list[Article], claims: list[Claim]) -> Graph:
    return Graph(articles=tuple(articles), claims_all=tuple(claims))


def person(name: str, **more: Any) -> Entity:
    return Entity(f"person/{name.lower().replace(' ', '-')}", name, "person", **more)


def diplomacy() -> Graph:
    """Six articles and forty names of May and June 2021."""
    table = yaml.safe_load((Path(__file__).parent / "diplomacy.yml").read_text(encoding="utf-8"))
    entities = {
        short: Entity(f"{type}/{short}", names[0], type, tuple(names))
        for short, (type, *names) in table["entities"].items()
    }
    articles, claims = [], []
    for row in table["articles"]:
        rows = row.pop("claims")
        article = make_article(**row)
        articles.append(article)
        for claim in rows:
            type, quote = claim.pop("type"), claim.pop("quote")
            for name in SCHEMA[type]["arguments"].keys() & claim.keys():
                given = claim[name]
                claim[name] = [entities[one] for one in given] if isinstance(given, list) else entities[given]
            claims.append(make_claim(article, type, quote, **claim))
    return make_graph(articles, claims)


def crowd(count: int) -> Graph:
    """`count` people in one article: each spoke with one of the first, who are the centre."""
    people = [person(f"Person Number {number}") for number in range(count)]
    article = make_article("crowd", "They all spoke.", published="2021-05-12")
    pairs = itertools.chain(
        ((number, number // 5) for number in range(1, count)),
        ((number, number // 7) for number in range(2, count, 3)),
    )
    return make_graph(
        [article],
        [
            make_claim(
                article,
                "communication",
                "They all spoke.",
                **{"kind": "spoke", "from": [people[a]], "to": [people[b]]},
            )
            for a, b in pairs
            if a != b
        ],
    )
