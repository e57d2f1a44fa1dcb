"""The part of a large corpus that a page can draw and a person read: what is said of the most told of."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import chain

from eventgraph.graph.graph import Graph
from eventgraph.graph.resolved import Resolved
from eventgraph.model import Claim

MOST = 10_000  # claims, and articles


def make_excerpt(corpus: Resolved, most: int = MOST) -> Graph:
    """Return the graph of a corpus, or, if that has more than `most` claims or articles, of a part of it.

    Claims that join two parties come first, those on the names that most claims are about before others. The
    `note` of a part says so.
    """
    articles, claims = corpus.counts.articles, sum(corpus.counts.claims.values())
    if max(articles, claims) <= most:
        return _graph(corpus, tuple(corpus.claims()), all=True)
    weights = Counter(chain.from_iterable(map(_parties, corpus.claims())))
    chosen = nsmallest(most, corpus.claims(), key=lambda claim: _rank(claim, weights))
    note = f"{len(chosen):,} of {claims:,} claims in {articles:,} articles: those on the names most told of"
    return _graph(corpus, tuple(chosen), note=note)


def _graph(corpus: Resolved, claims: tuple[Claim, ...], all: bool = False, note: str = "") -> Graph:
    """The graph of some claims and their articles, or of `all`; the first of copies is their witness."""
    told = {claim.article for claim in claims}
    articles = tuple(article for article in corpus.articles() if all or article.id in told)
    first: dict[str, str] = {}
    witnesses = {}
    for article in articles:
        witness = corpus.witnesses.get(article.id, article.id)
        witnesses[article.id] = first.setdefault(witness, article.id)
    return Graph(articles, claims, corpus.unread, corpus.base, witnesses, note)


def _parties(claim: Claim) -> set[str]:
    return {entity.id for found in claim.arguments.values() for entity in found}


def _rank(claim: Claim, weights: Counter[str]) -> tuple[bool, int, str, int, str, str]:
    """Lower is sooner; equals in the order of the files."""
    parties = _parties(claim)
    least = min((weights[id] for id in parties), default=0)
    return len(parties) < 2, -least, claim.article, claim.evidence.start, claim.type, claim.id
