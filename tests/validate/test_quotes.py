"""Quotes are compared with the articles themselves."""

from __future__ import annotations

from graph.test_shapes import FULL, broken
from msgspec.structs import replace

from eventgraph.validate import validate


def paths(turtle: bytes, articles: object = FULL.articles) -> set[str | None]:
    found = validate(turtle, articles)  # type: ignore[arg-type]
    return {violation.path and violation.path.rstrip(">").rpartition("#")[2] for violation in found}


def test_every_quote_stands_in_its_article() -> None:
    assert paths(FULL.to_turtle()) == set()


def test_a_quote_that_says_something_else() -> None:
    change = 'REPLACE(?q, "Anna", "Inna")'
    turtle = broken(
        f"DELETE {{?e oa:exact ?q}} INSERT {{?e oa:exact ?n}} WHERE {{?e oa:exact ?q BIND({change} AS ?n)}}"
    )
    assert validate(turtle) == []
    assert paths(turtle) == {"exact"}


def test_an_article_that_is_another_or_missing() -> None:
    changed = [replace(article, text=article.text + " And more.") for article in FULL.articles]
    assert paths(FULL.to_turtle(), changed) == {"digest"}
    assert paths(FULL.to_turtle(), []) == {"digest"}
