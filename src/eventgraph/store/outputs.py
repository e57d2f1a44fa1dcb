"""The files of a project, from a corpus on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim
from eventgraph.resolve import resolve
from eventgraph.resolve.judgements import FILE as JUDGEMENTS
from eventgraph.resolve.judgements import read_judgements
from eventgraph.resolve.reconciled import Reconciler
from eventgraph.store.copies import find_witnesses


class Corpus(Protocol):
    """Articles, and what was found in them before resolution; each can be asked for again."""

    def articles(self) -> Iterator[Article]:
        """Yield all articles, by id."""

    def claims(self) -> Iterator[Claim]:
        """Yield all claims, by article."""

    def signatures(self) -> Iterator[tuple[str, bytes]]:
        """Yield each article's id and the signature of its text, by id."""


class Counts(NamedTuple):
    """How much a project holds; claims by type, entities by type."""

    articles: int
    claims: Mapping[str, int]
    entities: Mapping[str, int]


def write_project(
    corpus: Corpus,
    folder: Path,
    base: str,
    turn: Callable[[Counts], AbstractContextManager[bool]] = lambda counts: nullcontext(True),
    reconcile: str | None = None,
) -> Counts:
    """Write all files of the project to `folder`, which may hold judgements; return what they hold.

    `reconcile` is the address of a W3C reconciliation service to be asked for names.
    They are put in their place inside `turn`, and only if it yields true. Raises StoreError.
    """
    judgements = read_judgements(folder / JUDGEMENTS)
    claims = resolve(corpus.claims(), judgements, Reconciler(folder, reconcile))
    witnesses = find_witnesses(corpus.signatures())
    graph = Graph(tuple(corpus.articles()), claims, base=base, witnesses=witnesses)
    counts = count(graph)
    graph.save(folder, partial(turn, counts))
    return counts


def count(graph: Graph) -> Counts:
    """Count what a graph holds."""
    entities = {
        (e.id, e.type) for claim in graph.claims_all for found in claim.arguments.values() for e in found
    }
    return Counts(
        len(graph.articles),
        dict(sorted(Counter(claim.type for claim in graph.claims_all).items())),
        dict(sorted(Counter(type for _, type in entities).items())),
    )
