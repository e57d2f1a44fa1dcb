"""How well a fact is supported: how many articles and witnesses state it, and when first and last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from eventgraph.graph import terms
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple

COUNTS = {"articles": expand("eg:articleCount"), "witnesses": expand("eg:witnessCount")}
SEEN = {"first": expand("eg:firstSeen"), "last": expand("eg:lastSeen")}


def support_triples(
    stated: Iterable[tuple[Iri, str]], published: Mapping[str, str | None], witnesses: Mapping[str, str]
) -> Iterator[Triple]:
    """`stated` pairs facts with ids of articles that state them, each pair once, fact by fact.

    `witnesses` leads from an article to the one whose copy it is; articles that are not in it are their own.
    `published` gives the articles' dates (YYYY-MM-DD); what has none tells nothing of when.
    """
    for fact, pairs in groupby(stated, key=lambda pair: pair[0]):
        found = [article for _, article in pairs]
        yield fact, COUNTS["articles"], terms.integer(len(found))
        yield fact, COUNTS["witnesses"], terms.integer(len({witnesses.get(id, id) for id in found}))
        dates = sorted(date for id in found if (date := published.get(id)))
        if dates:
            yield fact, SEEN["first"], terms.date(dates[0])
            yield fact, SEEN["last"], terms.date(dates[-1])
