"""One named graph an article, so that what it said can be dropped, and one for what follows from all.

What follows are the plain triples, and how many articles state each fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from eventgraph.graph import Graph
from eventgraph.graph.direct import direct_triples
from eventgraph.graph.entities import names_in
from eventgraph.graph.facts import make_fact
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.sources import article_triples, claim_triples
from eventgraph.graph.support import support_triples
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.tolls import telling, toll_triples
from eventgraph.model import Claim

STATES = expand("eg:states")


def named_graphs(graph: Graph) -> Iterator[tuple[Iri, set[Triple]]]:
    """Each graph's IRI and triples; an article's graph has the IRI of the article.

    Together they are `graph.triples()`. Entities and roles stand, under their names in the whole corpus,
    in the graph of every article that speaks of them.
    """
    mint = Mint(graph.base)
    names = _names(graph, mint)
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in graph.merged:
        claims[claim.article].append(claim)
    facts: set[Triple] = set()
    support: set[tuple[Iri, str]] = set()
    articles = {article.id: article for article in graph.articles}
    for id in sorted({*claims, *articles}):
        stated, triples = _claimed(claims[id], mint)
        support |= {
            (fact, id) for _, property, fact in triples if property == STATES and isinstance(fact, Iri)
        }
        facts |= stated
        mentioned = {term for triple in stated for term in triple if isinstance(term, Iri)}
        about = {triple for iri in mentioned & names.keys() for triple in names[iri]}
        own = article_triples(articles[id], mint) if id in articles else ()
        yield mint.article(id), stated | triples | about | set(own)
    published = {article.id: article.published for article in graph.articles}
    support_of_all = support_triples(sorted(support), published, graph.witnesses)
    yield plain_graph(mint), direct_triples(facts) | set(support_of_all)


def plain_graph(mint: Mint) -> Iri:
    """The IRI of the graph of plain triples."""
    return mint.path("graph", "plain")


def _claimed(claims: Sequence[Claim], mint: Mint) -> tuple[set[Triple], set[Triple]]:
    """What the claims state, and the claims with their evidence."""
    facts = [make_fact(claim, mint) for claim in claims]
    both = list(zip(claims, facts, strict=True))
    sources = (triple for claim, fact in both for triple in claim_triples(claim, fact.iri, mint))
    told = sorted(one for claim, fact in both for one in telling(claim, fact.iri))
    return {t for fact in facts for t in fact.triples}, {*sources, *toll_triples(told)}


def _names(graph: Graph, mint: Mint) -> dict[Iri, list[Triple]]:
    """Names and links of entities and roles, by IRI."""
    names: defaultdict[Iri, list[Triple]] = defaultdict(list)
    for triple in names_in(graph.claims_all).triples(mint):
        names[triple[0]].append(triple)
    return names
