"""Quotes in the graph against the texts of the articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox

from eventgraph.graph.namespaces import PREFIXES, expand
from eventgraph.graph.terms import text
from eventgraph.model import Article
from eventgraph.validate.violation import Violation

QUOTES = """SELECT ?evidence ?id ?quote ?start ?end ?digest WHERE {
  ?evidence oa:hasSource ?article ; oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?article schema:identifier ?id ; eg:digest ?digest }"""


def misquotations(store: ox.Store, articles: Iterable[Article]) -> list[Violation]:
    """Evidence whose quote does not stand at its offsets, or whose article is missing or another, sorted."""
    texts = {text(article.id).text: (article.text, article.digest) for article in articles}
    answer = cast(ox.QuerySolutions, store.query(QUOTES, prefixes=dict(PREFIXES)))
    found = {v for row in answer if (v := _compare(row, texts))}
    return sorted(found, key=lambda violation: violation.order)


def _compare(row: ox.QuerySolution, texts: dict[str, tuple[str, str]]) -> Violation | None:
    quote, start, end = (row[name].value for name in ("quote", "start", "end"))
    whole, digest = texts.get(row["id"].value, ("", ""))
    if digest != row["digest"].value:
        return _violation(row, "eg:digest", str(row["digest"]))
    if text(whole[int(start) : int(end)]).text != quote:
        return _violation(row, "oa:exact", str(row["quote"]))
    return None


def _violation(row: ox.QuerySolution, path: str, value: str) -> Violation:
    return Violation("articles.jsonl", str(row["evidence"]), f"<{expand(path)}>", "text", value)
