"""A corpus whose names are resolved: gone through as often as needed, never held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from eventgraph.errors import ReadError
from eventgraph.model import Article, Claim


class Counts(NamedTuple):
    """How much a project holds; claims by type, entities by type."""

    articles: int
    claims: Mapping[str, int]
    entities: Mapping[str, int]


@dataclass(frozen=True)
class Resolved:
    """`articles` yields them by id, `claims` by article and place, each time from the beginning.

    `witnesses` leads from articles to those whose copies they are; `unread` is what could not be read, as
    `tell_unread` tells it; `pipeline` names the pipeline that annotated the articles, if it is not ours.
    """

    articles: Callable[[], Iterable[Article]]
    claims: Callable[[], Iterable[Claim]]
    base: str
    witnesses: Mapping[str, str]
    unread: tuple[ReadError, ...] = ()
    pipeline: str = ""

    @cached_property
    def published(self) -> dict[str, str | None]:
        """The articles' dates by id."""
        return {article.id: article.published for article in self.articles()}

    @cached_property
    def counts(self) -> Counts:
        """How much it is."""
        claims, entities = Counter[str](), set[tuple[str, str]]()
        for claim in self.claims():
            claims[claim.type] += 1
            entities.update((e.id, e.type) for found in claim.arguments.values() for e in found)
        by_type = Counter(type for _, type in entities)
        return Counts(len(self.published), dict(sorted(claims.items())), dict(sorted(by_type.items())))
