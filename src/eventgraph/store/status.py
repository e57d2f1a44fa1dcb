"""What a project holds, told from its ledger, or from its files if it has none yet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from eventgraph.errors import ReadError, StoreError
from eventgraph.extract.engine.patterned import own_sources
from eventgraph.store.built import built_articles, built_unread, is_built
from eventgraph.store.copies import find_witnesses
from eventgraph.store.project import has_store
from eventgraph.store.publish import get_current
from eventgraph.store.store import Store
from eventgraph.store.unread import read_unread
from eventgraph.store.version import extractor_version, is_version

CURRENT = "nothing; the files say what the store holds"
BEHIND = "eventgraph rebuild: the files do not say yet what the store holds"
OUTDATED = "eventgraph rebuild: another version of model or rules has found some of the claims"
UNFINISHED = "eventgraph add or rebuild: what was built before is not yet in the store"
BUILT = "nothing; the first eventgraph add makes the store"


class Status(NamedTuple):
    """`witnesses` counts the copies of one text once, `outdated` what another version has analysed.

    `failures` are the inputs that could not be read and the articles that could not be analysed, with the
    reasons.
    """

    articles: int
    claims: int
    witnesses: int | None
    outdated: int
    shards: int
    to_do: str
    failures: dict[str, str]


def get_status(project: Path) -> Status:
    """Return the status of a project; `witnesses` is None without a store. Raises StoreError."""
    if has_store(project):
        with Store(project) as store:
            return _of_store(store, project)
    if not is_built(project):
        raise StoreError(f"{project} is no project; run eventgraph build --out {project}")
    articles = sum(1 for _ in built_articles(project))
    with (project / "claims.jsonl").open("rb") as lines:
        failures = _reasons(built_unread(project))
        return Status(articles, sum(1 for _ in lines), None, 0, 0, BUILT, failures)


def _reasons(unread: Iterable[ReadError]) -> dict[str, str]:
    return {failure.source: failure.reason for failure in unread}


def _of_store(store: Store, project: Path) -> Status:
    entries = list(store.ledger.entries())
    done = [entry for entry in entries if entry.status == "done"]
    version = extractor_version((source.path for source in own_sources(store.rules)), store.told_pipeline)
    outdated = sum(not is_version(entry.extractor, version) for entry in done)
    advice = BEHIND if get_current(store, project) is None else OUTDATED if outdated else CURRENT
    return Status(
        articles=len(done),
        claims=sum(entry.claims for entry in done),
        witnesses=len(set(find_witnesses(store.ledger.signatures()).values())),
        outdated=outdated,
        shards=len({entry.shard for entry in done}),
        to_do=advice if store.is_complete else UNFINISHED,
        failures=_reasons(read_unread(store.ledger)),
    )
