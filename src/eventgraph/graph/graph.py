"""The graph people hold in their hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import rdflib

from eventgraph.errors import ReadError
from eventgraph.graph.merging import merge_facts
from eventgraph.graph.namespaces import DEFAULT_BASE, PREFIXES, check_base, prefixes_below
from eventgraph.graph.network import make_network
from eventgraph.graph.query import Rows, load_store, run_query
from eventgraph.graph.terms import Iri, Term, Triple
from eventgraph.graph.triples import make_triples
from eventgraph.graph.turtle import write_turtle
from eventgraph.model import Article, Claim
from eventgraph.store.write import Turn, nothing_to_wait_for


def _claim_order(claim: Claim) -> tuple[str, int, str, str]:
    return claim.article, claim.evidence.start, claim.type, claim.id


@dataclass(frozen=True)
class Graph:
    """Articles and what they say, with resolved entities; articles and claims are kept sorted.

    `failures` are the inputs that could not be read; `witnesses` leads from articles to those whose
    copies they are; `note` is what a reader of a part of a larger graph should know; `pipeline` names the
    pipeline that annotated the articles, if it is not ours. Raises UsageError if `base` is no absolute IRI.
    """

    articles: tuple[Article, ...]
    claims_all: tuple[Claim, ...]
    failures: tuple[ReadError, ...] = ()
    base: str = DEFAULT_BASE
    witnesses: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    pipeline: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", check_base(self.base))
        object.__setattr__(self, "articles", tuple(sorted(self.articles, key=lambda a: a.id)))
        object.__setattr__(self, "claims_all", tuple(sorted(self.claims_all, key=_claim_order)))

    def claims(self, type: str | None = None, person: str | None = None) -> Iterator[Claim]:
        """Claims of a type, and with a person (or any entity) under any of its names, whatever the case."""
        name = person.casefold() if person else None
        for claim in self.claims_all:
            if type in (None, claim.type) and (name is None or name in _names(claim)):
                yield claim

    def triples(self) -> frozenset[Triple]:
        """Facts, evidence, articles, entities and plain triples."""
        return self._triples

    def to_turtle(self) -> bytes:
        """UTF-8; the same articles and claims in any order give the same bytes."""
        return self._turtle

    def to_rdflib(self) -> rdflib.Graph:
        """A new graph in memory, with the prefixes bound."""
        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in prefixes_below(self.base).items():
            graph.bind(prefix, namespace)
        known: dict[Term, rdflib.term.Node] = {}
        graph.addN((*(_rdflib(term, known) for term in triple), graph) for triple in self._triples)  # type: ignore[misc]
        return graph

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities and the facts between them; see `network.py` for the attributes."""
        return make_network(self.merged, self.base)

    def query(self, sparql: str) -> Rows:
        """Rows of a SPARQL query, in which the graph's prefixes are known.

        Raises UsageError if it is wrong, or reaches beyond the graph.
        """
        return run_query(self._store, sparql, prefixes_below(self.base))

    def save(self, folder: str | Path, turn: Turn = nothing_to_wait_for) -> None:
        """Write `articles.jsonl`, `claims.jsonl`, `graph.ttl`, `graph.html`, the report. Raises StoreError.

        Claims of types that a user's extractors declare go to `claims.extra.jsonl`, and what was not read to
        `unread.jsonl`, each written if there is any.
        `turn` as in `eventgraph.store.write_outputs`.
        """
        from eventgraph.graph.resolved import Resolved
        from eventgraph.read import tell_unread
        from eventgraph.store import OPTIONAL, write_outputs
        from eventgraph.store.files import make_files

        unread = tell_unread(self.failures)
        corpus = Resolved(
            lambda: self.articles, lambda: self.claims_all, self.base, self.witnesses, unread, self.pipeline
        )
        files = make_files(corpus)
        write_outputs(Path(folder), files, OPTIONAL - files.keys(), turn)

    @cached_property
    def merged(self) -> tuple[Claim, ...]:
        """The claims, those of one fact made equal in what identifies it; see `merging.py`."""
        return merge_facts(self.claims_all, {a.id: a.published for a in self.articles})

    @cached_property
    def _triples(self) -> frozenset[Triple]:
        return frozenset(make_triples(self.articles, self.merged, self.base, self.witnesses))

    @cached_property
    def _turtle(self) -> bytes:
        return write_turtle(self._triples, prefixes_below(self.base))

    @cached_property
    def _store(self) -> ox.Store:
        return load_store(self._turtle)


def _names(claim: Claim) -> set[str]:
    entities = [e for argument in claim.arguments.values() for e in argument]
    return {name.casefold() for e in entities for name in (e.id, e.name, *e.names)}


def _rdflib(term: Term, known: dict[Term, rdflib.term.Node]) -> rdflib.term.Node:
    if term not in known:
        known[term] = rdflib.URIRef(term) if isinstance(term, Iri) else _literal(*term)
    return known[term]


def _literal(text: str, datatype: str, language: str) -> rdflib.Literal:
    plain = language or datatype == PREFIXES["xsd"] + "string"
    kind = None if plain else rdflib.URIRef(datatype)
    return rdflib.Literal(text, lang=language or None, datatype=kind, normalize=False)
