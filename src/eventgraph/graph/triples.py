"""Articles and claims to triples: the story of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventgraph.graph.direct import direct_triples
from eventgraph.graph.entities import entity_triples, merge_entities, role_triples
from eventgraph.graph.facts import make_fact
from eventgraph.graph.mint import Mint
from eventgraph.graph.sources import article_triples, claim_triples
from eventgraph.graph.support import support_triples
from eventgraph.graph.terms import Iri, Triple
from eventgraph.model import Article, Claim


def make_triples(
    articles: Iterable[Article],
    claims: Sequence[Claim],
    base: str,
    witnesses: Mapping[str, str] | None = None,
) -> set[Triple]:
    """All triples of the graph; the claims' entities are resolved, and claims of one fact are merged.

    `witnesses` leads from articles to those whose copies they are.
    """
    mint = Mint(base)
    articles = tuple(articles)
    facts: set[Triple] = set()
    stated: set[tuple[Iri, str]] = set()
    triples: set[Triple] = set(role_triples(claims, mint))
    for claim in claims:
        fact = make_fact(claim, mint)
        facts.update(fact.triples)
        stated.add((fact.iri, claim.article))
        triples.update(claim_triples(claim, fact.iri, mint))
    for entity in merge_entities(claims).values():
        triples.update(entity_triples(entity, mint))
    for article in articles:
        triples.update(article_triples(article, mint))
    triples.update(support_triples(stated, {a.id: a.published for a in articles}, witnesses or {}))
    return triples | facts | direct_triples(facts)
