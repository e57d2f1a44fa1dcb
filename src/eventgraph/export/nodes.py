"""Entities, facts and articles as nodes."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.export.facts import Fact
from eventgraph.export.property_graph import Node, Value, clean
from eventgraph.graph import Graph
from eventgraph.graph.address import web_address
from eventgraph.graph.entities import merge_entities
from eventgraph.graph.mint import Mint
from eventgraph.model import Article, Entity
from eventgraph.model.slug import slug

ENTITY_PROPERTIES = ("iri", "names", "same_as")
ARTICLE_PROPERTIES = ("iri", "published", "publisher", "authors", "language", "url")


def path(iri: str, mint: Mint) -> str:
    """The IRI below the base: readable, and safe in every format, since all else is percent-encoded."""
    return iri.removeprefix(mint.base)


def entity_nodes(graph: Graph, mint: Mint) -> Iterator[Node]:
    """All entities."""
    for entity in merge_entities(graph.claims_all).values():
        iri = mint.entity(entity.id)
        yield Node(path(iri, mint), clean(entity.name), entity.type, {"iri": iri, **_names(entity)})


def _names(entity: Entity) -> dict[str, Value]:
    names = sorted({clean(name) for name in (entity.name, *entity.names)})
    links = sorted({str(link) for link in map(web_address, entity.same_as) if link})
    return {"names": tuple(names), **({"same_as": tuple(links)} if links else {})}


def fact_node(fact: Fact, mint: Mint) -> Node:
    """An event, a membership or a report."""
    properties = {"iri": fact.iri, **fact.attributes(), **fact.support()}
    return Node(path(fact.iri, mint), fact.qualified(_name(fact)), slug(fact.form), properties)


def _name(fact: Fact) -> str:
    said = fact.attributes()
    what = said.get("title") or " ".join(str(said[n]) for n in ("count", "effect") if n in said)
    return " ".join(str(part) for part in (what or fact.form, said.get("date")) if part)


def article_nodes(graph: Graph, mint: Mint) -> Iterator[Node]:
    """All articles, also those of which no more than the id is known."""
    known = {article.id: article for article in graph.articles}
    for id in sorted({*known, *(claim.article for claim in graph.claims_all)}):
        article = known.get(id, Article(id=id, text=""))
        iri = mint.article(id)
        properties = {"iri": iri, **_metadata(article)}
        yield Node(path(iri, mint), clean(article.title or id), "article", properties)


def _metadata(article: Article) -> dict[str, Value]:
    values = {
        "published": article.published,
        "publisher": article.publisher,
        "language": article.language,
        "url": article.url and web_address(article.url),
    }
    known: dict[str, Value] = {name: clean(value) for name, value in values.items() if value}
    return known | ({"authors": tuple(map(clean, article.authors))} if article.authors else {})
