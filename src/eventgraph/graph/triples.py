"""Articles and claims to triples: the story of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventgraph.graph.direct import JOINS, stream_direct
from eventgraph.graph.entities import Names
from eventgraph.graph.facts import make_fact
from eventgraph.graph.mint import Mint
from eventgraph.graph.sorted_triples import SortedTriples
from eventgraph.graph.sources import article_triples, claim_triples
from eventgraph.graph.support import support_triples
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.tolls import telling, toll_triples
from eventgraph.model import Article, Claim
from eventgraph.scale.rows import SortedRows


def make_triples(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    base: str,
    witnesses: Mapping[str, str] | None = None,
) -> set[Triple]:
    """All triples of the graph; the claims' entities are resolved, and claims of one fact are merged.

    `witnesses` leads from articles to those whose copies they are.
    """
    return set(stream_triples(articles, claims, base, witnesses or {}))


def stream_triples(
    articles: Iterable[Article], claims: Iterable[Claim], base: str, witnesses: Mapping[str, str]
) -> Iterator[Triple]:
    """Yield what `make_triples` returns in no order, some twice; articles and claims are taken once.

    In memory are the names of entities and the dates of articles.
    """
    mint, names, joins = Mint(base), Names(), set[Triple]()
    published: dict[str, str | None] = {}
    with SortedTriples() as facts, SortedRows(2) as stated, SortedRows(4) as told:
        for claim in claims:
            fact = make_fact(claim, mint)
            facts.add(fact.triples)
            stated.add([(str(fact.iri), claim.article.encode("utf-8", "surrogatepass"))])
            told.add(telling(claim, fact.iri))
            names.note(claim)
            joins.update(triple for triple in fact.triples if triple[1] in JOINS)
            yield from claim_triples(claim, fact.iri, mint)
        for article in articles:
            published[article.id] = article.published
            yield from article_triples(article, mint)
        yield from names.triples(mint)
        yield from support_triples(_decoded(stated), published, witnesses)
        yield from toll_triples(told)
        yield from facts
        yield from stream_direct(facts, joins)


def _decoded(stated: Iterable[tuple[str, bytes]]) -> Iterator[tuple[Iri, str]]:
    return ((Iri(fact), id.decode("utf-8", "surrogatepass")) for fact, id in stated)
