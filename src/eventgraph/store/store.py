"""The store: what a growing project holds, in shards that the ledger knows."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from eventgraph.errors import ReadError
from eventgraph.graph.namespaces import DEFAULT_BASE
from eventgraph.model import Article, Claim
from eventgraph.scale import Spool, chunks
from eventgraph.store import shards
from eventgraph.store.copies import make_signature
from eventgraph.store.ledger import Entry, Ledger, Shard
from eventgraph.store.project import LEDGER, STORE
from eventgraph.store.unread import forget_unread, note_unread, read_unread
from eventgraph.store.version import is_version
from eventgraph.store.write import sweep

AT_ONCE = 128  # articles


class Result(NamedTuple):
    """What came of an article: its claims, or the reason why there are none."""

    article: Article
    claims: Sequence[Claim] = ()
    reason: str | None = None


class Corpus(NamedTuple):
    """All that the store held at one moment; `generation` counts the changes before it.

    `pipeline` names the pipeline that annotated the articles, if it is not ours.
    """

    generation: int
    folder: Path
    shards: Sequence[Shard]
    signatures: Sequence[tuple[str, bytes]]
    unread: Sequence[ReadError] = ()
    pipeline: str = ""

    @contextmanager
    def spooled(self) -> Iterator[Spool]:
        """Copy all articles and what was found in them, shard by shard, and lend the copy, in order of id.

        Raises StoreError, also if another process has replaced a shard since.
        """
        signed = dict(self.signatures)
        with Spool() as spool:
            for shard in self.shards:
                claims = shards.read_claims(self.folder / "claims", shard.claims)
                said = {id: [*some] for id, some in groupby(claims, key=lambda claim: claim.article)}
                for article in shards.read_articles(self.folder / "articles", shard.articles):
                    spool.put(article)
                    spool.keep(article.id, said.get(article.id, ()), signed[article.id])
            yield spool


class Store:
    """The store of a project folder. Several processes may have it open, and change it in turns.

    Every change is whole or not at all, and all that a shard holds is in the ledger: so nothing of what is
    removed stays behind. Raises StoreError if the files can't be read or written.
    """

    def __init__(self, project: Path) -> None:
        self.folder = project / STORE
        for kind in ("articles", "claims"):
            (self.folder / kind).mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(self.folder / LEDGER)
        self._sweep()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sweep()
        self.ledger.close()

    @property
    def generation(self) -> int:
        """How often it has changed."""
        return int(self.ledger.get("generation") or 0)

    @property
    def base(self) -> str:
        """What the project's IRIs start with."""
        return self.ledger.get("base") or DEFAULT_BASE

    @property
    def rules(self) -> Path | None:
        """The folder of rules of a user's own."""
        folder = self.ledger.get("rules")
        return Path(folder) if folder else None

    @property
    def pipeline(self) -> str | None:
        """The package or folder of the pipeline that annotates the articles, None for our own."""
        return self.ledger.get("pipeline") or None

    @property
    def told_pipeline(self) -> str:
        """How the files tell of that pipeline."""
        return self.ledger.get("told_pipeline") or ""

    @property
    def is_complete(self) -> bool:
        """Is everything here that the project held before it had a store?"""
        return self.ledger.get("complete") is not None

    def complete(self, base: str) -> None:
        """Say that everything is here."""
        with self.ledger.turn():
            self.ledger.set("base", base)
            self.ledger.set("complete", "yes")

    def use_rules(self, folder: Path) -> None:
        """Keep the folder of rules for later additions."""
        with self.ledger.turn():
            self.ledger.set("rules", str(folder.absolute()))

    def use_pipeline(self, name: str | None, told: str) -> None:
        """Keep what annotates later additions, and how the files tell of it."""
        with self.ledger.turn():
            self.ledger.set("pipeline", name or "")
            self.ledger.set("told_pipeline", told)

    def corpus(self) -> Corpus:
        """Return what is committed now."""
        with self.ledger.snapshot():
            shards = [shard for _, shard in self.ledger.shards()]
            signatures, unread = self.ledger.signatures(), read_unread(self.ledger)
            return Corpus(self.generation, self.folder, shards, signatures, unread, self.told_pipeline)

    def has(self, article: Article, extractor: str) -> bool:
        """Is the article there as it is, analysed by this version?"""
        return any(_is_current(entry, article, extractor) for entry in self.ledger.entries([article.id]))

    def commit(self, results: Iterable[Result], extractor: str) -> None:
        """Add results, replacing those of the same ids; what another process has added is left alone."""
        with self._change():
            wanted = {result.article.id: result for result in results}
            known = {entry.id: entry for entry in self.ledger.entries(wanted)}
            fresh = [
                r
                for id, r in wanted.items()
                if id not in known or not _is_current(known[id], r.article, extractor)
            ]
            self._take_out([known[r.article.id] for r in fresh if r.article.id in known])
            shard = self._write([r for r in fresh if r.reason is None])
            self.ledger.put(_entry(r, extractor, shard, known.get(r.article.id)) for r in fresh)
            forget_unread(self.ledger, wanted)

    def remove(self, ids: Iterable[str]) -> list[str]:
        """Retract articles and all they said, and forget what could not be read; return what was there."""
        ids = set(ids)
        if not any(self.ledger.entries(ids)) and not any(one.source in ids for one in self.ledger.unread()):
            return []
        with self._change():
            known = list(self.ledger.entries(ids))
            self._take_out(known)
            return [*(entry.id for entry in known), *forget_unread(self.ledger, ids)]

    def note_unread(self, tried: Sequence[str], failures: Sequence[ReadError]) -> None:
        """Remember what could not be read of the inputs that were tried, and nothing else of these."""
        with self.ledger.turn():
            if note_unread(self.ledger, tried, failures):
                self.ledger.set("generation", str(self.generation + 1))

    def outdated(self, extractor: str) -> Iterator[Article]:
        """Yield the articles that another version has analysed, some in memory at a time."""
        ids = [
            entry.id
            for entry in self.ledger.entries()
            if entry.shard is not None and not is_version(entry.extractor, extractor)
        ]
        for some in chunks(ids, AT_ONCE):
            yield from self._get_articles(some)

    def _get_articles(self, ids: Iterable[str]) -> list[Article]:
        """Return those of the articles that are there."""
        with self.ledger.snapshot():
            wanted = {entry.id: entry.shard for entry in self.ledger.entries(ids) if entry.shard is not None}
            names = [self.ledger.get_shard(shard).articles for shard in sorted(set(wanted.values()))]
        found = (
            article for name in names for article in shards.read_articles(self.folder / "articles", name)
        )
        return [article for article in found if article.id in wanted]

    def _take_out(self, entries: Sequence[Entry]) -> None:
        """Shards that lose some of their articles are written anew without them."""
        gone = {entry.id for entry in entries}
        self.ledger.drop(gone)
        for number in sorted({entry.shard for entry in entries if entry.shard is not None}):
            old = self.ledger.get_shard(number)
            said = defaultdict(list)
            for claim in shards.read_claims(self.folder / "claims", old.claims):
                said[claim.article].append(claim)
            kept = shards.read_articles(self.folder / "articles", old.articles)
            self.ledger.move(number, self._write([Result(a, said[a.id]) for a in kept if a.id not in gone]))

    def _write(self, results: Sequence[Result]) -> int | None:
        if not results:
            return None
        articles = shards.write_articles(self.folder / "articles", (r.article for r in results))
        claims = shards.write_claims(self.folder / "claims", (c for r in results for c in r.claims))
        return self.ledger.put_shard(articles, claims)

    @contextmanager
    def _change(self) -> Iterator[None]:
        with self.ledger.turn():
            yield
            self.ledger.set("generation", str(self.generation + 1))

    def _sweep(self) -> None:
        """Remove files that no article is in: whoever wrote them has died, or replaced them."""
        with self.ledger.turn():
            known = {name for _, shard in self.ledger.shards() for name in (shard.articles, shard.claims)}
            for kind in ("articles", "claims"):
                sweep(self.folder / kind)
                for path in (self.folder / kind).glob("*.parquet"):
                    if path.name not in known:
                        path.unlink(missing_ok=True)


def _is_current(entry: Entry, article: Article, extractor: str) -> bool:
    same = (entry.status, entry.record) == ("done", _record(article))
    return same and is_version(entry.extractor, extractor)


def _entry(result: Result, extractor: str, shard: int | None, before: Entry | None) -> Entry:
    article, done = result.article, result.reason is None
    return Entry(
        id=article.id,
        record=_record(article),
        digest=_normalised_digest(article.text),
        url=article.url,
        status="done" if done else "failed",
        attempts=1 + (before.attempts if before and before.record == _record(article) else 0),
        reason=result.reason,
        extractor=extractor,
        signature=make_signature(article.text) if done else None,
        claims=len(result.claims),
        shard=shard if done else None,
    )


def _record(article: Article) -> str:
    return hashlib.sha256(msgspec.json.encode(article)).hexdigest()


def _normalised_digest(text: str) -> str:
    """SHA-256 of the text in NFC, all white space alike."""
    return hashlib.sha256(" ".join(unicodedata.normalize("NFC", text).split()).encode()).hexdigest()
