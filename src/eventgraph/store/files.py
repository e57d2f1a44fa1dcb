"""The files of a project, in pieces: but for the page and the report none is ever whole in memory."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.errors import ReadError
from eventgraph.export.claims_jsonl import article_lines, claim_record
from eventgraph.export.extra_jsonl import extra_record
from eventgraph.export.records import write_lines
from eventgraph.graph.excerpt import make_excerpt
from eventgraph.graph.merging import stream_merged
from eventgraph.graph.namespaces import prefixes_below
from eventgraph.graph.own import is_own, is_own_type
from eventgraph.graph.resolved import Resolved
from eventgraph.graph.sorted_triples import SortedTriples
from eventgraph.graph.triples import stream_triples
from eventgraph.graph.turtle import turtle_lines
from eventgraph.report import make_report, write_html, write_markdown
from eventgraph.store.project import EXTRA, PIPELINE, UNREAD
from eventgraph.store.write import Content
from eventgraph.view import make_page


def make_files(corpus: Resolved) -> dict[str, Content]:
    """Return the content of each file by name.

    Claims of types that a user's extractors declare go to `claims.extra.jsonl`, what was not read to
    `unread.jsonl`, each there if there is any; `pipeline.txt` names a pipeline that is not ours.
    """
    own = any(map(is_own_type, corpus.counts.claims))
    excerpt = make_excerpt(corpus)
    report = make_report(excerpt)
    return {
        "articles.jsonl": article_lines(corpus.articles()),
        "claims.jsonl": write_lines((c for c in corpus.claims() if not is_own(c)), claim_record),
        **({EXTRA: write_lines(filter(is_own, corpus.claims()), extra_record)} if own else {}),
        **({UNREAD: write_lines(corpus.unread, unread_record)} if corpus.unread else {}),
        **({PIPELINE: f"{corpus.pipeline}\n".encode()} if corpus.pipeline else {}),
        "graph.ttl": write_graph(corpus),
        "graph.html": make_page(excerpt).encode("utf-8"),
        "report.md": write_markdown(report).encode("utf-8"),
        "report.html": write_html(report).encode("utf-8"),
    }


def unread_record(failure: ReadError) -> dict[str, str]:
    """Return the line that says what was not read, and why."""
    return {"source": failure.source, "reason": failure.reason}


def write_graph(corpus: Resolved) -> Iterator[bytes]:
    """Yield the graph in Turtle; it waits for its order on disk."""
    merged = stream_merged(corpus.claims(), corpus.published)
    triples = stream_triples(corpus.articles(), merged, corpus.base, corpus.witnesses)
    with SortedTriples(triples) as ordered:
        yield from turtle_lines(ordered, prefixes_below(corpus.base))
