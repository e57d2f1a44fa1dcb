"""What the page knows beside nodes and edges: facts, articles, and the words and colours of the legend."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from eventgraph.model import Article, Claim
from eventgraph.view.drawing import Drawing
from eventgraph.view.facts import make_fact

LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def make_rest(
    articles: Sequence[Article], claims: Sequence[Claim], drawing: Drawing, witnesses: Mapping[str, str]
) -> dict[str, Any]:
    """Return the page's data as JSON can hold it; an edge's facts are places in `facts`.

    An article's `witness` is the place of the first that is a copy of the same by `witnesses`, or its own.
    """
    places = {article.id: (place, article) for place, article in enumerate(articles)}
    first: dict[str, int] = {}
    facts = [make_fact(claim, places, drawing) for claim in claims]
    marks = sorted({fact.mark for fact in facts if fact.mark})
    return {
        "articles": [
            {
                **make_article(article),
                "witness": first.setdefault(witnesses.get(article.id, article.id), place),
            }
            for place, article in enumerate(articles)
        ],
        "facts": msgspec.to_builtins(facts),
        "relations": make_relations(claims, drawing),
        "types": [{"name": name, **msgspec.to_builtins(style)} for name, style in drawing.entities.items()],
        "marks": [{"name": name, **msgspec.to_builtins(drawing.mark(name))} for name in marks],
        "groups": list(drawing.groups),
        "other": drawing.other,
    }


def heading_of(articles: Sequence[Article]) -> str:
    """Return what it is all about, in one line."""
    dates = sorted(article.published for article in articles if article.published)
    count = f"{len(articles):,} article{'' if len(articles) == 1 else 's'}"
    if not dates:
        return count
    return f"{count}, {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "")


def heading_of_rows(claims: Sequence[Claim]) -> str:
    """Return how many rows of an answer these claims are made of."""
    count = len({claim.evidence.start for claim in claims})
    return f"{count:,} row{'' if count == 1 else 's'}"


def make_relations(claims: Sequence[Claim], drawing: Drawing) -> list[dict[str, Any]]:
    """Return the relations that these claims need, in the order of the table, then those not in it."""
    found = dict(drawing.relation(claim) for claim in claims)
    order = [*drawing.relations, *sorted(found)]
    wanted = ("label", "section", "colour", "contact", "timeless")
    return [
        {"name": name, **{key: getattr(found[name], key) for key in wanted}}
        for name in sorted(found, key=order.index)
    ]


def make_article(article: Article) -> dict[str, str | None]:
    """Return what the page tells of an article; only a web address is a link."""
    url = article.url if article.url and LINK.fullmatch(article.url) else None
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "url": url,
    }
