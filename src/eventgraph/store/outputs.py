"""A corpus on disk to the files of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from eventgraph.errors import ReadError
from eventgraph.graph.resolved import Counts, Resolved
from eventgraph.model import Article, Claim
from eventgraph.read import tell_unread
from eventgraph.resolve.judgements import FILE as JUDGEMENTS
from eventgraph.resolve.judgements import read_judgements
from eventgraph.resolve.reconciled import Reconciler
from eventgraph.resolve.resolver import resolve_claims, resolve_names
from eventgraph.store.copies import find_witnesses
from eventgraph.store.files import make_files
from eventgraph.store.project import OPTIONAL
from eventgraph.store.write import write_outputs


class Corpus(Protocol):
    """Articles, and what was found in them before resolution; each can be asked for again."""

    def articles(self) -> Iterator[Article]:
        """Yield all articles, by id."""

    def claims(self) -> Iterator[Claim]:
        """Yield all claims, by article and place."""

    def signatures(self) -> Iterator[tuple[str, bytes]]:
        """Yield each article's id and the signature of its text, by id."""


def write_project(
    corpus: Corpus,
    folder: Path,
    base: str,
    turn: Callable[[Counts], AbstractContextManager[bool]] = lambda counts: nullcontext(True),
    reconcile: str | None = None,
    unread: Iterable[ReadError] = (),
    pipeline: str = "",
) -> Counts:
    """Write all files of the project to `folder`, which may hold judgements; return what they hold.

    `reconcile` is the address of a W3C reconciliation service to be asked for names; `unread` is what could
    not be read; `pipeline` names another pipeline than ours. In memory are the names, not the articles or
    claims. The files are put in their place inside `turn`, and only if it yields true. Raises StoreError.
    """
    known = resolve_corpus(corpus, folder, base, reconcile)
    resolved = replace(known, unread=tell_unread(unread), pipeline=pipeline)
    files = make_files(resolved)
    write_outputs(folder, files, OPTIONAL - files.keys(), partial(turn, resolved.counts))
    return resolved.counts


def resolve_corpus(corpus: Corpus, folder: Path, base: str, reconcile: str | None = None) -> Resolved:
    """Return the corpus with its names resolved, with the judgements and known links in `folder`."""
    judgements = read_judgements(folder / JUDGEMENTS)
    by_place = resolve_names(corpus.claims(), judgements, Reconciler(folder, reconcile)).by_place
    witnesses = find_witnesses(corpus.signatures())
    return Resolved(corpus.articles, lambda: resolve_claims(corpus.claims(), by_place), base, witnesses)
